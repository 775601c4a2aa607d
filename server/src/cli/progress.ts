/** One line at the foot of a terminal that says how far a long run is. */
import type { Say } from '../language-service';
import { message } from '../text/message';
import type { Machine } from './terminal';

/** In milliseconds: what takes less needs no word. */
const PATIENCE = 1000;
const PAUSE = 100;
const CLEAR = '\r\u001b[K';

export class Progress {
  private readonly machine: Machine;
  private readonly say: Say;
  private readonly total: number;
  private readonly start: number;
  private done = 0;
  private last = 0;
  private isShown = false;

  constructor(machine: Machine, say: Say, total: number) {
    this.machine = machine;
    this.say = say;
    this.total = total;
    this.start = machine.now();
  }

  advance(count: number): void {
    this.done += count;
    const now = this.machine.now();
    if (!this.machine.isWatched || now - this.start < PATIENCE || now - this.last < PAUSE) return;
    this.last = now;
    this.isShown = true;
    const text = this.say(message('{done} of {total} files', { done: String(this.done), total: String(this.total) }));
    this.machine.writeError(`${CLEAR}${text}`);
  }

  /** Makes room for what is printed. */
  clear(): void {
    if (this.isShown) this.machine.writeError(CLEAR);
    this.isShown = false;
  }
}
