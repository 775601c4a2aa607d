/**
 * Keystrokes that nobody typed, while the server has nothing else to do: V8 interprets code until it has run often, and the first words
 * of a person would have to wait for it.
 */

/** After so many keystrokes V8 has compiled what they run. */
const KEYSTROKES = 30;

/** What all of them may take together, in milliseconds of work. */
const BUDGET = 400;

/** How long the server has to be idle first, in milliseconds. */
const IDLE = 40;

/** Longer texts, in UTF-16 units, are not rehearsed with: a real keystroke would wait too long for one of these. */
const MAX_LENGTH = 100_000;

/** What somebody begins to write at the end of a text. */
const BEGUN = '\nvcpu';

/** One for a server; it is over when it was played once. */
export class Rehearsal {
  private left = KEYSTROKES;
  private spent = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Goes on later with another text, because something real happened.
   * @param keystroke does with a changed text what a keystroke asks for
   */
  postpone(text: string, keystroke: (text: string) => void): void {
    clearTimeout(this.timer);
    if (text.length > MAX_LENGTH) return;
    this.playIn(IDLE, () => {
      keystroke(this.left % 2 === 0 ? text + BEGUN : text);
    });
  }

  private playIn(delay: number, keystroke: () => void): void {
    if (this.left === 0 || this.spent > BUDGET) return;
    this.timer = setTimeout(() => {
      this.play(keystroke);
      // Requests that have arrived meanwhile are answered first.
      this.playIn(1, keystroke);
    }, delay);
  }

  private play(keystroke: () => void): void {
    const start = performance.now();
    try {
      keystroke();
      this.left -= 1;
    } catch {
      // The real one says so.
      this.left = 0;
    }
    this.spent += performance.now() - start;
  }
}
