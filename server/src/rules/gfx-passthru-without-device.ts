import { defineRule } from '../linter/rule';
import { findDeviceModel } from '../model/queries/device-model';
import { atomOf, itemCountOf, type Setting, switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'gfx-passthru-without-device',
    summary: 'Reports graphics passthrough in a domain without PCI devices.',
    rationale:
      'With `gfx_passthru` on, libxl works out from the PCI devices of the domain which kind of graphics card it is, and refuses a domain in which it finds none. Naming the kind, as in `"igd"`, makes that unnecessary.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['gfx_passthru'],
    since: '4.7',
    fixable: 'never',
    messages: {
      default: 'No PCI device is passed through, so libxl finds no graphics card and refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__detect_gfx_passthru_kind'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const setting = byName.get('gfx_passthru');
    if (setting === undefined || domainType !== 'hvm' || !isDetected(setting) || itemCountOf(byName.get('pci')) > 0) return;
    if (findDeviceModel(model).deviceModel === 'qemu-xen') yield { message: 'default', range: setting.valueRange };
  },
});

/** Whether libxl has to find out the kind. */
function isDetected(setting: Setting): boolean {
  return switchOf(setting) ?? atomOf(setting)?.text.toLowerCase() === 'default';
}
