/** Asks the worker thread about images, one after the other, and remembers the answers as long as the files stay the same. */
import { message, type Message } from '../../text/message';
import type { Worker } from 'node:worker_threads';
import type { ImageReport } from '../../kernel/inspect';
import { startThread, type ThreadScript } from '../start-thread';
import { findFile, type NoFile } from './file-source';

export type InspectedFile = { readonly kind: 'image'; readonly report: ImageReport } | NoFile;

/** No image takes so long; a thread that does is stopped, in milliseconds. */
const TIMEOUT = 15_000;
/** A thread without work ends after this, and gives its memory back, in milliseconds. */
const IDLE = 10_000;
const MAX_REMEMBERED = 500;

interface Job {
  readonly path: string;
  readonly finish: (file: InspectedFile) => void;
  readonly signal: AbortSignal | undefined;
}

export class KernelInspector {
  private readonly script: ThreadScript;
  private readonly warn: (warning: Message) => void;
  private hasWarned = false;
  private readonly known = new Map<string, Promise<InspectedFile>>();
  private readonly queue: Job[] = [];
  private worker: Worker | undefined;
  private isBusy = false;
  private idleTimer: NodeJS.Timeout | undefined;

  /**
   * @param script the bundled worker
   * @param warn takes, once, a sentence that says that no image can be looked into
   */
  constructor(script: ThreadScript, warn: (warning: Message) => void) {
    this.script = script;
    this.warn = warn;
  }

  /**
   * What a file is. Only regular files are opened.
   * @param signal takes the question back; the answer then is that it could not be read
   */
  async inspect(path: string, signal?: AbortSignal): Promise<InspectedFile> {
    const found = await findFile(path);
    if (found.kind !== 'file') return found;
    const known = this.known.get(found.identity);
    if (known !== undefined) return known;
    const asked = this.ask(path, signal);
    this.remember(found.identity, asked);
    void asked.then((file) => {
      if (file.kind !== 'image') this.known.delete(found.identity);
    });
    return asked;
  }

  /** Ends the thread; the next question starts another. */
  async dispose(): Promise<void> {
    clearTimeout(this.idleTimer);
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private remember(key: string, asked: Promise<InspectedFile>): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= MAX_REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, asked);
  }

  private ask(path: string, signal: AbortSignal | undefined): Promise<InspectedFile> {
    return new Promise((finish) => {
      this.queue.push({ path, finish, signal });
      void this.work();
    });
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    clearTimeout(this.idleTimer);
    for (let job = this.queue.shift(); job !== undefined; job = this.queue.shift()) {
      const isCancelled = job.signal?.aborted === true;
      job.finish(isCancelled ? { kind: 'unreadable', reason: message('was not looked at') } : await this.run(job));
    }
    this.isBusy = false;
    this.idleTimer = setTimeout(() => void this.dispose(), IDLE);
    this.idleTimer.unref();
  }

  private async run({ path, signal }: Job): Promise<InspectedFile> {
    const worker = (this.worker ??= await this.start());
    return new Promise((resolve) => {
      const end = (file: InspectedFile): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        worker.off('message', answer).off('error', fail).off('exit', fail);
        resolve(file);
      };
      /** A thread that does not answer is of no use any more. */
      const giveUp = (reason: Message): void => {
        end({ kind: 'unreadable', reason });
        void this.dispose();
      };
      const answer = ({ file }: { readonly file: InspectedFile }): void => {
        end(file);
        if (leavesMemory(file)) void this.dispose();
      };
      const fail = (cause: unknown): void => {
        if (cause instanceof Error && !isOutOfMemory(cause)) this.warnOnce(cause.message);
        giveUp(message('could not be inspected'));
      };
      const abort = (): void => {
        giveUp(message('was not looked at to the end'));
      };
      const timer = setTimeout(() => {
        giveUp(message('takes too long to look into'));
      }, TIMEOUT);
      signal?.addEventListener('abort', abort);
      worker.on('message', answer).on('error', fail).on('exit', fail);
      worker.postMessage({ path });
    });
  }

  private warnOnce(reason: string): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    this.warn(
      message('Kernels and disks are not looked into, because the worker does not start: {reason}', {
        reason: reason.split('\n')[0] ?? '',
      }),
    );
  }

  private async start(): Promise<Worker> {
    return startThread(this.script, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  }
}

/** That is the fault of the image; whatever else an image does, the thread catches. */
function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** The library for zstd cannot give its memory back after a damaged frame; the end of the thread does. */
function leavesMemory(file: InspectedFile): boolean {
  const payload = file.kind === 'image' ? file.report.bzImage?.payload : undefined;
  return payload?.format === 'zstd' && payload.damage !== undefined;
}
