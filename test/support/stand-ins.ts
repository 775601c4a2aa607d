/** Machines that this one is not, with small scripts in the place of programs. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../../scripts/machine.mjs';

/** Stand-ins are scripts with a first line that names their interpreter, which Windows does not start. */
export const needsStandIns = { skip: process.platform === 'win32' && 'stand-ins are scripts' } as const;

export interface StandIns {
  /** For whatever the test needs; blanks in the path are part of the test. */
  readonly folder: string;
  /** The only folder of the machine's path. */
  readonly programs: string;
  /** A Linux machine with these programs alone, and nothing else of this one. */
  readonly machine: Machine;
  /** Puts a script in the place of a program; `log(…)` in it writes what `calls` gives. */
  readonly add: (name: string, code: string) => string;
  /** What scripts logged, in order. */
  readonly calls: () => readonly unknown[];
}

/** Gives a machine of stand-ins to a test, and clears it away. */
export async function withStandIns(body: (standIns: StandIns) => Promise<void> | void, env: Machine['env'] = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xlcfg stand-ins '));
  const programs = join(folder, 'programs');
  const log = join(folder, 'log');
  mkdirSync(programs);
  writeFileSync(log, '');
  const head = `#!${process.execPath}
const fs = require('node:fs');
const log = (value) => fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify(value) + '\\n');
`;
  try {
    await body({
      folder,
      programs,
      machine: {
        platform: 'linux',
        arch: 'x64',
        isRoot: true,
        env: { PATH: programs, ...env },
        node: process.execPath,
        exists: existsSync,
      },
      add: (name, code) => {
        const path = join(programs, name);
        writeFileSync(path, head + code);
        chmodSync(path, 0o755);
        return path;
      },
      calls: () =>
        readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line): unknown => JSON.parse(line)),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
