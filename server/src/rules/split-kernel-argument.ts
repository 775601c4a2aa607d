import { atomOf } from '../model/setting';
import { writeInstead } from '../linter/fixes/write-instead';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { SpecText } from '../schema/spec-text';

export default defineRule({
  meta: {
    id: 'split-kernel-argument',
    summary: 'Reports spaces around `=` in a kernel command line.',
    rationale: 'A kernel splits its command line at spaces, so `console = hvc0` is three words, and the option is not set.',
    category: 'correctness',
    severity: 'information',
    subjects: ['extra', 'cmdline'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'A kernel takes `{text}` for words of their own, because it splits at spaces',
    },
    evidence: ['tools/xl/xl_parse.c: parse_cmdline'],
  },
  *check({ model }) {
    for (const name of ['extra', 'cmdline'] as const) {
      const atom = atomOf(model.byName.get(name));
      // A quoted value may hold anything.
      if (atom === undefined || model.domainType === 'hvm' || /["']/.test(atom.text)) continue;
      const found = /(?<=^|\s)[\w.-]+ += *[\w./:-]+/.exec(atom.text);
      if (found === null) continue;
      const item = new SpecText(atom);
      const range = item.rangeOf(item.slice(found.index, found.index + found[0].length));
      const fixes = [writeInstead(range, found[0].replace(/ += */, '='))];
      yield { message: 'default', range, data: { text: found[0] }, fixes };
    }
  },
});
