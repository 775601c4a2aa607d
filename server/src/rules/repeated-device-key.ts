import { message } from '../text/message';
import { DEVICE_OPTIONS } from '../options/index';
import { CONFIGS_AND_TEMPLATES, defineRule, type Fix } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { findRepeats } from '../model/queries/find-repeats';
import { splitFields } from '../schema/c-text/fields';
import type { SpecText } from '../schema/spec-text';
import { textRange } from '../text/text-range';

/** The lists whose language takes a key twice. */
const LISTS = DEVICE_OPTIONS.filter(({ type }) => type.spec?.lastKeyCounts === true).map(({ name }) => name);

export default defineRule({
  meta: {
    id: 'repeated-device-key',
    summary: 'Reports a key that is set twice in one device string.',
    rationale:
      'Of a key that is set twice the last value counts, silently. Often the string holds two devices between which the quotes and the comma are missing.',
    category: 'correctness',
    severity: 'warning',
    subjects: LISTS,
    fixable: 'sometimes',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`{key}` is set in this string already; the last value counts',
    },
    evidence: ['tools/xl/xl_parse.c: parse_nic_config'],
  },
  *check({ model }) {
    for (const name of LISTS) {
      for (const item of deviceItems(model, name)) {
        const keys = splitFields(item.text).flatMap(({ key }) => (key === undefined ? [] : [{ ...key, text: key.text.trim() }]));
        for (const repeat of findRepeats(keys.map((key) => ({ key: key.text, range: item.rangeOf(key) })))) {
          const fixes = splitItem(model.tree.text, item, repeat.range.start);
          yield {
            message: 'default',
            range: repeat.range,
            data: { key: repeat.key },
            related: [{ range: repeat.first, message: message('It is set here first') }],
            fixes,
          };
        }
      }
    }
  },
});

/** Closes the string before a key and opens another one with the same quotes. */
function splitItem(text: string, item: SpecText, keyStart: number): readonly Fix[] {
  const comma = text.lastIndexOf(',', keyStart);
  const quote = text.charAt(item.wholeRange.start - 1);
  if (text.slice(comma + 1, keyStart).trim() !== '') return [];
  return [
    {
      title: message('Split it into two devices'),
      safety: 'review',
      edits: [{ range: textRange(comma, keyStart), newText: `${quote}, ${quote}` }],
    },
  ];
}
