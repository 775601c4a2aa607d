/** Starts threads, whose programs lie in files, or inside of a single executable. */
import type { Worker, WorkerOptions } from 'node:worker_threads';

export type ThreadScript = { readonly path: string } | { readonly readText: () => string };

/** Most starts of the program need no thread, and do without what threads need. */
export async function startThread(script: ThreadScript, options: WorkerOptions): Promise<Worker> {
  const { Worker } = await import('node:worker_threads');
  return 'path' in script ? new Worker(script.path, options) : new Worker(script.readText(), { ...options, eval: true });
}
