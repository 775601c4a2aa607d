import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import { findConflicts } from '../model/queries/conflicts';

export default defineRule({
  meta: {
    id: 'refused-combination',
    summary: 'Reports two options that exclude each other.',
    rationale: 'xl stops when it finds both.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    messages: {
      default: '`{name}` and `{other}` exclude each other for this type of domain: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    for (const { setting, winner } of findConflicts(model, 'refused')) {
      yield {
        message: 'default',
        range: setting.nameRange,
        data: { name: setting.name, other: winner.name },
        related: [{ range: winner.nameRange, message: message('`{name}` is set here', { name: winner.name }) }],
      };
    }
  },
});
