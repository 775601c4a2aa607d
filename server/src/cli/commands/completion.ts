/** `xlcfg completion`: prints a script that completes commands, flags and their values in a shell. */
import { bashCompletion } from '../completion/bash';
import type { ProgramDescription } from '../completion/describe-program';
import { fishCompletion } from '../completion/fish';
import { zshCompletion } from '../completion/zsh';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

export type Shell = keyof typeof SCRIPTS;
export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

export function completion(terminal: Terminal, program: ProgramDescription, shell: Shell): ExitStatus {
  terminal.print(SCRIPTS[shell](program));
  return EXIT.fine;
}
