/** Threads that check files beside the first one: one a core, each with a program of its own. */
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { LanguageService } from '../language-service';
import type { CheckedShare, CheckOptions, ConfigSource } from '../cli/checked-share';
import { ShareChecker } from '../cli/share-checker';
import type { CheckHelper, Machine } from '../cli/terminal';
import { startThread, type ThreadScript } from './start-thread';

/** The argument that makes the program such a thread. */
export const THREAD_ARGUMENT = '--check-thread';

/** With more than this, files are no longer read fast enough. */
const MAX_THREADS = 8;

interface Question {
  readonly id: number;
  readonly sources: readonly ConfigSource[];
}

interface Answer {
  readonly id: number;
  readonly share: CheckedShare;
}

/** What a thread is told at its start. */
interface ThreadData {
  readonly options: CheckOptions;
  readonly isColored: boolean;
}

/**
 * Starts a thread for every core but the one that this thread has, and `atMost` so many.
 * @param script the program, which takes `THREAD_ARGUMENT`
 */
export function startCheckThreads(script: ThreadScript, data: ThreadData, atMost: number): readonly CheckHelper[] {
  const count = Math.min(atMost, Math.min(MAX_THREADS, availableParallelism()) - 1);
  return Array.from({ length: count }, () => new CheckThread(script, data));
}

class CheckThread implements CheckHelper {
  private readonly worker: Promise<Worker>;
  private readonly asked = new Map<number, { readonly answer: (share: CheckedShare) => void; readonly fail: (error: Error) => void }>();
  private count = 0;
  private hasEnded = false;

  constructor(script: ThreadScript, data: ThreadData) {
    this.worker = this.start(script, data);
  }

  async check(sources: readonly ConfigSource[]): Promise<CheckedShare> {
    const worker = await this.worker;
    const id = this.count++;
    return new Promise((answer, fail) => {
      if (this.hasEnded) fail(new Error('the thread has ended'));
      this.asked.set(id, { answer, fail });
      worker.postMessage({ id, sources } satisfies Question);
    });
  }

  end(): void {
    this.worker.then(async (worker) => worker.terminate()).catch(() => undefined);
  }

  private async start(script: ThreadScript, data: ThreadData): Promise<Worker> {
    const worker = await startThread(script, { argv: [THREAD_ARGUMENT], workerData: data });
    const giveUp = (): void => {
      this.hasEnded = true;
      for (const { fail } of this.asked.values()) fail(new Error('the thread has ended'));
      this.asked.clear();
    };
    worker.on('message', ({ id, share }: Answer) => {
      this.asked.get(id)?.answer(share);
      this.asked.delete(id);
    });
    return worker.on('error', giveUp).on('exit', giveUp);
  }
}

/**
 * What such a thread does.
 * @param hasTrouble tells whether something else went wrong, which was said
 */
export async function answerChecks(service: LanguageService, machine: Machine, hasTrouble: () => boolean): Promise<void> {
  const threads = await import('node:worker_threads');
  const data: unknown = threads.workerData;
  if (!isThreadData(data)) return;
  const { options, isColored } = data;
  const checker = new ShareChecker(service, { ...machine, isColored }, options);
  let before: Promise<unknown> = Promise.resolve();
  const { parentPort } = threads;
  parentPort?.on('message', ({ id, sources }: Question) => {
    before = before.then(async () => {
      const share = await checker.check(sources);
      parentPort.postMessage({ id, share: { ...share, hasFailed: share.hasFailed || hasTrouble() } } satisfies Answer);
    });
  });
}

function isThreadData(data: unknown): data is ThreadData {
  return typeof data === 'object' && data !== null && 'options' in data && 'isColored' in data;
}
