/** Types of machine.mjs. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  /** Whether scripts may install packages. */
  readonly isRoot: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The path of Node. */
  readonly node: string;
  readonly exists: (path: string) => boolean;
}
export interface RunResult {
  readonly isDone: boolean;
  readonly status: number | null;
  /** What the program printed, on both outputs. */
  readonly text: string;
}
export const THIS_MACHINE: Machine;
export function findProgram(machine: Machine, name: string): string | undefined;
export function commandFor(
  machine: Machine,
  path: string,
  args: readonly string[],
): { readonly file: string; readonly args: readonly string[]; readonly shell: boolean };
export function run(machine: Machine, name: string, args: readonly string[], options?: object): RunResult;
export function lastLine(text: string): string;
