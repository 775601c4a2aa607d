/** Switches: xl reads a number and takes everything but 0 for yes. */
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
    describe: () => '`0` (off) or `1` (on)',
    suggest: () => [
      { text: '1', isQuoted: false, detail: 'on' },
      { text: '0', isQuoted: false, detail: 'off' },
    ],
    explain(value) {
      if (value.kind !== 'atom' || value.isAppended) return undefined;
      const number = parseCNumber(value.text);
      if (number.kind !== 'number') return undefined;
      return number.value === 0n ? 'off' : 'on';
    },
  };
}
