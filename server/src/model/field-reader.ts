/** The parts of device strings, read once for all who ask, and for one version of a document after the other. */
import type { Spec, SpecField } from '../schema/value-types/value-type';
import { Remembered } from './remembered';

export class FieldReader {
  private readonly before: ReadonlyMap<Spec, Remembered<readonly SpecField[]>>;
  private readonly bySpec = new Map<Spec, Remembered<readonly SpecField[]>>();

  /** @param earlier of the version before */
  constructor(earlier?: FieldReader) {
    this.before = earlier?.bySpec ?? new Map<Spec, Remembered<readonly SpecField[]>>();
  }

  /** The parts of a string of a language. */
  of(spec: Spec, text: string): readonly SpecField[] {
    let known = this.bySpec.get(spec);
    if (known === undefined) {
      known = new Remembered((each) => spec.fields(each), this.before.get(spec));
      this.bySpec.set(spec, known);
    }
    return known.of(text);
  }
}
