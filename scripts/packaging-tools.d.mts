/** Types of packaging-tools.mjs. */
import type { Machine } from './machine.mjs';

export function preparePackagingTools(machine?: Machine): { readonly problem?: string | undefined };
