import { defineRule } from '../linter/rule';
import { listVirtioDevices } from '../model/queries/virtio-devices';

const MAX_DEVICES = 11;

export default defineRule({
  meta: {
    id: 'too-many-virtio-devices',
    summary: 'Reports more virtio devices than there are interrupts for.',
    rationale:
      'An Arm guest has eleven interrupts for virtio devices, disks with `specification=virtio` counted in; libxl refuses a twelfth.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['virtio', 'disk'],
    since: '4.17',
    fixable: 'never',
    messages: {
      default: 'An Arm guest can have 11 virtio devices, not {count}: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_arm.c: libxl__arch_domain_prepare_config'],
  },
  *check({ model }) {
    const devices = listVirtioDevices(model);
    const last = devices.at(-1);
    if (model.target.arch !== 'arm' || last === undefined || devices.length <= MAX_DEVICES) return;
    yield { message: 'default', range: last.nameRange, data: { count: String(devices.length) } };
  },
});
