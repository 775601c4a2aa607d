import { defineValueRule } from '../linter/value-rule';

export default defineValueRule({
  meta: {
    id: 'refused-device-value',
    summary: 'Reports a value inside a device string that makes xl or libxl refuse the domain.',
    rationale: 'Some values are checked when the file is read, others when the device is made.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_disk_l.l', 'tools/libs/light/libxl_device.c: disk_try_backend'],
  },
});
