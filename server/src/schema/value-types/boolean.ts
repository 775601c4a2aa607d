/** Switches: xl reads a number and takes everything but 0 for yes. */
import { message } from '../../text/message';
import { parseCNumber } from '../c-text/c-number';
import type { Suggestion } from '../value-context';
import { readNumber } from './config-number';
import type { TextType } from './value-type';

/** The two texts that anybody writes for a switch. */
export const SWITCH_TEXTS: readonly Suggestion[] = [
  { text: '1', isQuoted: false, detail: message('on') },
  { text: '0', isQuoted: false, detail: message('off') },
];

/** A switch, written 0 or 1. Words such as `yes` are no numbers, so xl drops them. */
export function boolean(): TextType {
  return {
    kind: 'boolean',
    shape: 'atom',
    *check(text) {
      yield* readNumber(text, 'warned');
    },
    describe: () => message('`0` (off) or `1` (on)'),
    suggest: () => SWITCH_TEXTS,
    explain({ text, isAppended }) {
      const number = parseCNumber(text);
      if (isAppended === true || number.kind !== 'number') return undefined;
      return number.value === 0n ? message('off') : message('on');
    },
  };
}
