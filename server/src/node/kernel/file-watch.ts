/** Notices when files change, appear or are replaced. */
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A package manager writes a kernel in many steps, which are reported as one, in milliseconds. */
const PAUSE = 500;
const MAX_WATCHED = 100;

export class FileWatch {
  private readonly onChange: () => void;
  /** By the path of a file, or of the folder of a file that is missing. */
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly missing = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  /** @param onChange called at most twice a second, after a change */
  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /** Watches a file, or waits for it where there is none. Has to be said again after each change: a file may have replaced it. */
  add(path: string): void {
    if (this.watchers.has(path)) return;
    const isThere = this.open(path, (kind) => {
      // The watcher of a file that was replaced still holds the old one.
      if (kind === 'rename') this.close(path);
      this.report();
    });
    if (isThere) this.missing.delete(path);
    else this.await(path);
  }

  private await(path: string): void {
    const folder = dirname(path);
    this.missing.add(path);
    if (this.watchers.has(folder)) return;
    this.open(folder, (_kind, name) => {
      const awaited = [...this.missing].filter((each) => dirname(each) === folder);
      if (awaited.length === 0) this.close(folder);
      if (awaited.some((each) => name === null || basename(each) === name)) this.report();
    });
  }

  private open(path: string, listener: (kind: string, name: string | null) => void): boolean {
    if (this.watchers.size >= MAX_WATCHED) return false;
    try {
      const watcher = watch(path, { persistent: false }, listener);
      watcher.on('error', () => {
        this.close(path);
      });
      this.watchers.set(path, watcher);
      return true;
    } catch {
      return false;
    }
  }

  private close(path: string): void {
    this.watchers.get(path)?.close();
    this.watchers.delete(path);
  }

  private report(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.onChange();
    }, PAUSE);
  }
}
