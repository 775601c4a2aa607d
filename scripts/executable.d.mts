/** Types of executable.mjs. */
import type { Machine } from './machine.mjs';

export const EXECUTABLE: string;
export function buildExecutable(machine?: Machine): Promise<string | undefined>;
