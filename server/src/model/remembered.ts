/** What is read out of short texts, for one version of a document after the other. */
import { detached } from '../text/detached';

/** Reads each text once, and takes over what was read for the version before; what neither asks for is forgotten. */
export class Remembered<Result> {
  private readonly read: (text: string) => Result;
  private readonly before: ReadonlyMap<string, Result>;
  private readonly known = new Map<string, Result>();

  /**
   * @param read gives the same for the same text, whatever stands around it
   * @param earlier of the version before, with the same meaning of `read`
   */
  constructor(read: (text: string) => Result, earlier?: Remembered<Result>) {
    this.read = read;
    this.before = earlier?.known ?? new Map<string, Result>();
  }

  /** What a text says. */
  of(text: string): Result {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const result = this.before.get(text) ?? this.read(detached(text));
    this.known.set(text, result);
    return result;
  }
}
