import { message } from '../text/message';
import type { SpecField } from '../schema/value-types/value-type';
import { CONFIGS_AND_TEMPLATES, defineRule, type Fix } from '../linter/rule';
import { itemsOf } from '../model/queries/device-items';
import { partAt } from '../model/setting';
import { splitFields } from '../schema/c-text/fields';
import { type TextRange, textRange } from '../text/text-range';

export default defineRule({
  meta: {
    id: 'split-device',
    summary: 'Reports one network interface that is written as two list items.',
    rationale:
      'Each item of `vif` is an interface of its own. An address in one item and the bridge in the next make two interfaces, each with defaults for the rest.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['vif'],
    fixable: 'sometimes',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'This makes a second interface: the fields of one belong in one string',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const vif = model.byName.get('vif');
    const items = itemsOf(vif);
    // Between two statements there is more than a comma.
    const isInOnePart = (...ranges: readonly TextRange[]): boolean =>
      vif !== undefined && new Set(ranges.map((range) => partAt(vif, range))).size === 1;
    for (const [index, item] of items.entries()) {
      const next = items[index + 1];
      if (next === undefined || !belongTogether(splitFields(item.text), splitFields(next.text))) continue;
      const [first, second] = [item.wholeRange, next.wholeRange];
      const edits = [{ range: textRange(first.end, second.start), newText: ',' }];
      // Quotes of two kinds cannot enclose one string.
      const isSameQuote = model.tree.text.charAt(first.end) === model.tree.text.charAt(second.start - 1);
      const canJoin = isSameQuote && isInOnePart(first, second);
      const fixes: readonly Fix[] = canJoin ? [{ title: message('Join the two items'), safety: 'review', edits }] : [];
      yield { message: 'default', range: second, related: [{ range: first, message: message('The first part is here') }], fixes };
    }
  },
});

/** Two items with one key each, of which one is the address, are halves; real interfaces repeat their keys. */
function belongTogether(first: readonly SpecField[], second: readonly SpecField[]): boolean {
  const [one, ...more] = first.map(({ key }) => key?.text);
  const [other, ...others] = second.map(({ key }) => key?.text);
  if (more.length > 0 || others.length > 0 || one === undefined || other === undefined) return false;
  return one !== other && (one === 'mac' || other === 'mac');
}
