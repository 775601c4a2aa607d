/** Types of deb.mjs. */
import type { Machine } from './machine.mjs';

export function buildDeb(machine?: Machine): { readonly path?: string; readonly problem?: string };
