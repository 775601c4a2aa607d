/** Waits until something changes in folders. */
import { type FSWatcher, statSync, watch } from 'node:fs';

/** Changes come in flocks; in milliseconds. */
const PAUSE = 100;
/** Where a folder cannot be watched, such as on a disk of another machine, one looks again after this time. */
const POLL = 1000;

/** Ends with the next change in one of the folders, or when the person stops the program. */
export function nextChange(folders: readonly string[]): Promise<'changed' | 'stopped'> {
  const watchers: FSWatcher[] = [];
  return new Promise((done) => {
    let timer: NodeJS.Timeout | undefined;
    const end = (outcome: 'changed' | 'stopped'): void => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      for (const watcher of watchers) watcher.close();
      done(outcome);
    };
    const stop = (): void => {
      end('stopped');
    };
    const wait = (time: number): void => {
      timer ??= setTimeout(() => {
        end('changed');
      }, time);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    for (const folder of folders) {
      try {
        watchers.push(
          watch(folder, () => {
            wait(PAUSE);
          }).on('error', () => {
            wait(POLL);
          }),
        );
      } catch {
        wait(POLL);
      }
    }
  });
}

/** What changes with a file; empty where there is none. */
export function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.ino}:${stats.size}:${stats.mtimeMs}`;
}
