/** The parts of the program inside of a single executable, where Node keeps them as assets. */
import { getRawAsset } from 'node:sea';
import { message } from '../text/message';
import type { ProgramParts } from './program-parts';

/** The names of the assets, which the build gives them (`scripts/executable.mjs`); a page of a rule is `rules/ID.md`. */
export const EXECUTABLE_ASSETS = {
  start: 'start-executable.js',
  main: 'executable-main.js',
  /** What V8 compiled of `main`. */
  compiled: 'executable-main.bin',
  kernelWorker: 'kernel-worker.js',
} as const;

/** The bytes of an asset, which nobody may write to; throws where there is none of that name. */
export function readAsset(name: string): Buffer {
  const asset = getRawAsset(name);
  return typeof asset === 'string' ? Buffer.from(asset) : Buffer.from(asset);
}

export const PARTS_INSIDE: ProgramParts = {
  kernelWorker: { readText: () => readAsset(EXECUTABLE_ASSETS.kernelWorker).toString() },
  checkThread: { readText: () => readAsset(EXECUTABLE_ASSETS.start).toString() },
  readRulePage: async (ruleId) => {
    try {
      return { kind: 'text', text: readAsset(`rules/${ruleId}.md`).toString(), encoding: 'utf8' };
    } catch {
      return { kind: 'unreadable', reason: message('is not in this program') };
    }
  },
  ruleUrl: () => undefined,
};
