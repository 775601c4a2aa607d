/** What counts where nothing is written. */
import { message, plainMessage, type Word } from '../text/message';

interface Defaulted {
  readonly default?: string;
  readonly defaultNote?: string;
}

/** The default of an option or a key in a few words; undefined where none is declared. */
export function describeDefault({ default: value, defaultNote }: Defaulted): Word | undefined {
  if (defaultNote === undefined) return value;
  const note = plainMessage(defaultNote);
  return value === undefined ? note : message('{value} ({note})', { value, note });
}
