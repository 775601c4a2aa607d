/** What the command line takes from its own installation. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadResult } from '../cli/terminal';
import { readSmallTextFile } from './read-text-file';
import type { ThreadScript } from './start-thread';

export interface ProgramParts {
  /** What looks into kernels. */
  readonly kernelWorker: ThreadScript;
  /** The program itself, for the threads that check. */
  readonly checkThread: ThreadScript;
  /** The page of a rule, in Markdown. */
  readonly readRulePage: (ruleId: string) => Promise<ReadResult>;
  /** Undefined where the page has no address. */
  readonly ruleUrl: (ruleId: string) => string | undefined;
}

/** The parts of an installation, by the folder of its bundles, beside which lie the pages. */
export function partsBeside(bundles: string): ProgramParts {
  const rulePages = join(bundles, '..', 'docs', 'rules');
  return {
    kernelWorker: { path: join(bundles, 'kernel-worker.js') },
    checkThread: { path: join(bundles, 'cli.js') },
    readRulePage: async (ruleId) => readSmallTextFile(join(rulePages, `${ruleId}.md`)),
    ruleUrl: (ruleId) => `${pathToFileURL(rulePages).href}/${ruleId}.md`,
  };
}
