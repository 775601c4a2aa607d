/** Types of npm.mjs. */
import type { Machine, RunResult } from './machine.mjs';

export function npmCommand(machine: Machine): { readonly path: string; readonly args: readonly string[] } | undefined;
export function runNpm(args: readonly string[], options?: object, machine?: Machine): RunResult;
