import { deviceItems } from '../model/queries/device-items';
import { switchOf } from '../model/setting';
import { splitFields } from '../schema/c-text/fields';
import { valueOf } from '../specs/key-value';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'virtio-nic-unplugged',
    summary: 'Reports an emulated virtio network card, which Linux guests trade for the PV one.',
    rationale:
      'A Linux guest with PV drivers unplugs all emulated network cards of an HVM domain when it starts, the one of virtio too, and uses the PV network interface in their place. The card stays only where the guest has no PV drivers, or has `xen_emul_unplug=never` on its command line.',
    category: 'correctness',
    severity: 'hint',
    subjects: ['vif'],
    fixable: 'never',
    messages: {
      default: 'A Linux guest unplugs this card when it starts and uses the PV one, unless it has `xen_emul_unplug=never`',
    },
    evidence: [
      'tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new',
      'arch/x86/xen/platform-pci-unplug.c of Linux: xen_unplug_emulated_devices',
    ],
  },
  *check({ model }) {
    if (model.domainType !== 'hvm' || model.target.arch !== 'x86' || switchOf(model.byName.get('xen_platform_pci')) === false) return;
    for (const item of deviceItems(model, 'vif')) {
      const fields = splitFields(item.text);
      const card = valueOf(fields, 'model');
      if (card?.text.startsWith('virtio') === true && valueOf(fields, 'type')?.text !== 'vif')
        yield { message: 'default', range: item.rangeOf(card) };
    }
  },
});
