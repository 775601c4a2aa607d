import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'malformed-device',
    summary: 'Reports a device string that xl cannot take apart, or crashes over.',
    rationale: 'xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_disk_l.l', 'tools/libs/util/libxlu_pci.c', 'tools/xl/xl_parse.c'],
  },
});
