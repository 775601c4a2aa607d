/** Switches: xl reads a number and takes everything but 0 for yes. */
import { message } from '../../text/message';
import { readNumber } from './atom-checks';
import { parseCNumber } from './c-number';
import type { ValueType } from './value-type';

/** A switch, written 0 or 1. Words such as `yes` are no numbers, so xl drops them. */
export function boolean(): ValueType {
  return {
    kind: 'boolean',
    shape: 'atom',
    *check(value) {
      yield* readNumber(value, 'warned');
    },
    describe: () => message('`0` (off) or `1` (on)'),
    suggest: () => [
      { text: '1', isQuoted: false, detail: message('on') },
      { text: '0', isQuoted: false, detail: message('off') },
    ],
    explain(value) {
      if (value.kind !== 'atom' || value.isAppended) return undefined;
      const number = parseCNumber(value.text);
      if (number.kind !== 'number') return undefined;
      return number.value === 0n ? message('off') : message('on');
    },
  };
}
