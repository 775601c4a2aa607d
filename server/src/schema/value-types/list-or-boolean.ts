/** `viridian`: a list of groups, or a switch for the usual ones. */
import { message } from '../../text/message';
import { parseCNumber } from '../c-text/c-number';
import { SWITCH_TEXTS } from './boolean';
import { checkItems, type ListOptions } from './list';
import { EFFECTS } from './mismatch';
import type { ListType } from './value-type';

/** A list of texts, or 0 or 1. Other text is dropped silently. */
export function listOrBoolean(options: ListOptions): ListType {
  return {
    kind: 'list-or-boolean',
    shape: 'either',
    ...(options.spec === undefined ? {} : { spec: options.spec }),
    *check(value) {
      if (value.kind === 'list') {
        yield* checkItems(value, options.nested ?? 'drops');
      } else if (value.isAppended || parseCNumber(value.text).kind !== 'number') {
        const data = { text: value.text, effect: EFFECTS.silent };
        yield { code: 'wrong-value-type', range: value.range, message: 'notANumber', data };
      }
    },
    describe: () => message('`0`, `1` or a list of strings'),
    suggest: () => SWITCH_TEXTS,
  };
}
