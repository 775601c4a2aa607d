import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'missing-device-key',
    summary: 'Reports a device string that lacks a key without which there is no device.',
    rationale: 'xl or libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_disk.c: xlu_disk_parse'],
  },
});
