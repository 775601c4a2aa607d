/** The bundled command line in a process of its own, as people run it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after } from 'node:test';

export const CLI = resolve('dist/cli.js');

/** A folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export interface ProcessRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end; texts are bytes, one a character. */
export function runProcess(args: readonly string[], cwd: string, input: string | Uint8Array = ''): ProcessRun {
  const options = { cwd, input, encoding: 'latin1', timeout: 60_000, maxBuffer: 1024 * 1024 * 1024 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], options);
  return { status, stdout, stderr };
}

/** Starts the program, and waits for its end elsewhere. */
export function startProcess(args: readonly string[], cwd: string): Promise<number | null> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: 'ignore' });
  return new Promise((ended) => child.on('exit', ended));
}
