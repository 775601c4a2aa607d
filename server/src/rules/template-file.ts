import { defineRule } from '../linter/rule';
import { EVERY_KIND } from '../schema/config-kind';

export default defineRule({
  meta: {
    id: 'template-file',
    summary: 'Says that a file is a template, of which only what is written out is checked.',
    rationale:
      'A template engine has to fill in the placeholders before xl can read the file, so little can be said about the domain: what is filled in can be anything, and what stands between tags may be left out. What is written out is checked. For the rest, check what the engine makes of it, for example with `xlcfg check -` after it.',
    category: 'correctness',
    severity: 'information',
    fixable: 'never',
    kinds: EVERY_KIND,
    fileKinds: ['template'],
    messages: {
      default: 'This is a template: xl would stop at `{text}`, so only the rest is checked',
      accepted: 'This is a template: `{text}` is still to be filled in, so only the rest is checked',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  *check({ model }) {
    const mark = model.templateMark;
    if (mark !== undefined)
      yield { message: mark.isAccepted === true ? 'accepted' : 'default', range: mark.range, data: { text: mark.text } };
  },
});
