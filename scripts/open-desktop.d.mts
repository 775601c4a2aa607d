/** Types of open-desktop.mjs. */
import type { Machine } from './machine.mjs';

export function openDesktop(machine: Machine, folder: string): string | undefined;
