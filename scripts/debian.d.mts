/** Types of debian.mjs. */
import type { Machine } from './machine.mjs';

export function installPackages(machine: Machine, packages: readonly string[]): string | undefined;
export function downloadPackages(machine: Machine, packages: readonly string[], folder: string): string | undefined;
