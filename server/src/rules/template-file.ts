import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'template-file',
    summary: 'Says that a file is a template and is not checked.',
    rationale:
      'A template engine has to fill in the placeholders before xl can read the file, so nothing can be said about the domain. Check what the engine makes of it instead, for example with `xlcfg check -` after it.',
    category: 'correctness',
    severity: 'information',
    fixable: 'never',
    fileKinds: ['template'],
    messages: {
      default: 'This is a template: xl would stop at `{text}`, so the file is not checked',
      accepted: 'This is a template: `{text}` is still to be filled in, so the file is not checked',
    },
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
  },
  *check({ model }) {
    const mark = model.templateMark;
    if (mark !== undefined)
      yield { message: mark.isAccepted === true ? 'accepted' : 'default', range: mark.range, data: { text: mark.text } };
  },
});
