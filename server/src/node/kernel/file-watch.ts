/** Notices when files change, appear or are replaced. */
import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** A package manager writes a kernel in many steps, which are reported as one, in milliseconds. */
const PAUSE = 500;
/** Of files, and of folders. */
const MAX_WATCHED = 100;

export class FileWatch {
  private readonly onChange: () => void;
  private readonly wanted = new Map<string, readonly string[]>();
  private readonly files = new Map<string, FSWatcher>();
  /** Those in which a file is missing. */
  private readonly folders = new Map<string, FSWatcher>();
  private missing: readonly string[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param onChange called at most twice a second, after a change */
  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  /**
   * Watches files, or waits for those that are missing, in place of the ones that the owner named before.
   * Has to be said again after each change: another file may have replaced the one that was watched.
   */
  set(owner: string, paths: readonly string[]): void {
    if (paths.length === 0) this.wanted.delete(owner);
    else this.wanted.set(owner, paths);
    const wanted = new Set([...this.wanted.values()].flat());
    closeOthers(this.files, wanted);
    this.missing = [...wanted].filter((path) => !this.watchFile(path));
    const folders = new Set(this.missing.map((path) => dirname(path)));
    closeOthers(this.folders, folders);
    for (const folder of folders) this.watchFolder(folder);
  }

  private watchFile(path: string): boolean {
    return open(this.files, path, (kind) => {
      // The watcher of a file that was replaced still holds the old one.
      if (kind === 'rename') close(this.files, path);
      this.report();
    });
  }

  private watchFolder(folder: string): void {
    open(this.folders, folder, (_kind, name) => {
      if (this.missing.some((path) => dirname(path) === folder && (name === null || basename(path) === name))) this.report();
    });
  }

  private report(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.onChange();
    }, PAUSE);
  }
}

/** Whether the path is watched; one that does not exist cannot be. */
function open(watchers: Map<string, FSWatcher>, path: string, listener: (kind: string, name: string | null) => void): boolean {
  if (watchers.has(path)) return true;
  if (watchers.size >= MAX_WATCHED) return false;
  try {
    const watcher = watch(path, { persistent: false }, listener);
    watcher.on('error', () => {
      close(watchers, path);
    });
    watchers.set(path, watcher);
    return true;
  } catch {
    return false;
  }
}

function close(watchers: Map<string, FSWatcher>, path: string): void {
  watchers.get(path)?.close();
  watchers.delete(path);
}

function closeOthers(watchers: Map<string, FSWatcher>, kept: ReadonlySet<string>): void {
  for (const path of [...watchers.keys()].filter((each) => !kept.has(each))) close(watchers, path);
}
