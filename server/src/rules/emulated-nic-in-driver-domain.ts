import { deviceItems } from '../model/queries/device-items';
import { switchOf } from '../model/setting';
import { splitFields } from '../schema/c-text/fields';
import { isMeantAsDom0 } from '../specs/backend-domain';
import { valueOf } from '../specs/key-value';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'emulated-nic-in-driver-domain',
    summary: 'Reports an emulated network card whose bridge is in another domain.',
    rationale:
      'An HVM network interface has an emulated half unless `type=vif` is set. The device model makes that half where it runs, so it does not reach the bridge of a driver domain, and the guest has no network before its PV driver is up.',
    category: 'correctness',
    severity: 'information',
    subjects: ['vif'],
    fixable: 'never',
    messages: {
      default: 'The emulated card does not reach the network of `{backend}`; add `type=vif`',
    },
    evidence: ['tools/libs/light/libxl_nic.c: libxl__device_nic_setdefault'],
  },
  *check({ model }) {
    if (model.domainType !== 'hvm' || switchOf(model.byName.get('device_model_stubdomain_override')) === true) return;
    for (const item of deviceItems(model, 'vif')) {
      const fields = splitFields(item.text);
      const backend = valueOf(fields, 'backend');
      if (backend === undefined || valueOf(fields, 'type') !== undefined || isMeantAsDom0(backend.text)) continue;
      yield { message: 'default', range: item.rangeOf(backend), data: { backend: backend.text } };
    }
  },
});
