/** Types of vscode-desktop.mjs. */
import type { Machine } from './machine.mjs';

export interface Desktop {
  readonly title: string;
  readonly executable: string;
}
export function supportedVersions(manifest: { readonly engines: { readonly vscode: string } }): readonly string[];
export function findDesktops(
  machine: Machine,
  versions: readonly string[],
  download?: (version: string) => Promise<string>,
): Promise<{ readonly desktops: readonly Desktop[]; readonly problem?: string }>;
export function executableOf(machine: Pick<Machine, 'platform' | 'exists'>, path: string): string;
export function unpackVsix(vsix: string, folder: string): string;
export function runInDesktop(
  machine: Machine,
  executable: string,
  files: { readonly workspace: string; readonly extension: string; readonly suite: string },
): Promise<{ readonly failure?: string; readonly problem?: string }>;
