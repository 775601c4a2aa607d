/** Reports a value of a kind that makes xl refuse the file. */
import { defineValueRule } from './value-rule';

export default defineValueRule({
  meta: {
    id: 'refused-value-type',
    summary: 'Reports a value of a kind that makes xl refuse the file.',
    rationale:
      'Most options of the wrong kind are ignored, but for some xl stops, and for the grant table limits it does so without a message.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    messages: {
      listForAtom: '`{name}` takes a single value, not a list: xl refuses the file',
      atomForList: '`{name}` takes a list: xl refuses the file',
      notANumber: '`{name}` takes a number and `{text}` is none: xl stops without a message',
      numberTooLong: '`{text}` does not fit in 64 bits: xl stops without a message',
      appendedNumber: '`{name}` is a number, which `+=` cannot build: xl stops without a message',
      wrongForm: '`{text}` is not {form}: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
});
