/** Notices when files change that may be looked at: to watch one is to look at it, also on another machine. */
import { dirname } from 'node:path';
import { FileWatch } from './kernel/file-watch';
import type { Reach } from './reach';

export class AllowedWatch {
  private readonly reach: Reach;
  private readonly watch: FileWatch;
  /** The last call of each owner: finding out what is within reach takes its time. */
  private readonly asked = new Map<string, readonly string[]>();

  /** @param onChange called at most twice a second, after a change */
  constructor(reach: Reach, onChange: () => void) {
    this.reach = reach;
    this.watch = new FileWatch(onChange);
  }

  /** Watches those of the files that are within reach, in place of the ones that the owner named before; ends when it does. */
  async set(owner: string, paths: readonly string[]): Promise<void> {
    this.asked.set(owner, paths);
    const isAllowed = await Promise.all(paths.map((path) => this.allows(path)));
    if (this.asked.get(owner) !== paths) return;
    this.asked.delete(owner);
    this.watch.set(
      owner,
      paths.filter((_path, index) => isAllowed[index]),
    );
  }

  /** A folder is watched where the file is missing. */
  private async allows(path: string): Promise<boolean> {
    return (await this.reach.allows(path)) && this.reach.allows(dirname(path));
  }
}
