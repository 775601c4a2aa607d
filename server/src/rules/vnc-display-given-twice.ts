import { message } from '../text/message';
import { atomOf, numberOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'vnc-display-given-twice',
    summary: 'Reports a VNC display number in `vnclisten` and in `vncdisplay`.',
    rationale: 'xl refuses the file of an HVM domain when `vnclisten` holds a display and `vncdisplay` is not 0.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    subjects: ['vncdisplay'],
    fixable: 'never',
    messages: {
      default: 'The VNC display is also given in `vnclisten`: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const display = model.byName.get('vncdisplay');
    const listen = model.byName.get('vnclisten');
    const isTwice = atomOf(listen)?.text.includes(':') === true && (numberOf(display) ?? 0n) !== 0n;
    if (model.domainType !== 'hvm' || display === undefined || listen === undefined || !isTwice) return;
    yield {
      message: 'default',
      range: display.nameRange,
      related: [{ range: listen.valueRange, message: message('The display is given here too') }],
    };
  },
});
