import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'deprecated-device-form',
    summary: 'Reports an old form of a device string.',
    rationale: 'xl still reads it. The form of today names every parameter, which is easier to read and to extend.',
    category: 'style',
    severity: 'hint',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_disk_l.l'],
  },
});
