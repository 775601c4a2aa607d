import type { OptionName } from '../options/index';
import { atomOf, numberOf, switchOf } from '../model/setting';
import type { DomainModel } from '../model/domain-model';
import { findDeviceModel } from '../model/queries/device-model';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'incomplete-spice',
    summary: 'Reports SPICE without a port or without a password.',
    rationale:
      'libxl refuses a domain with QEMU on the host and `spice = 1` that has neither `spiceport` nor `spicetls_port`, or no `spicepasswd` unless ticketing is disabled.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['spice'],
    fixable: 'never',
    messages: {
      port: 'SPICE needs `spiceport` or `spicetls_port`: libxl refuses the domain',
      password: 'SPICE needs `spicepasswd`, or `spicedisable_ticketing = 1`: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_dm.c: dm_spice_options'],
  },
  *check({ model }) {
    const { byName } = model;
    const spice = byName.get('spice');
    if (spice === undefined || model.domainType !== 'hvm' || switchOf(spice) !== true || !isLookedAt(model)) return;
    const isSet = (name: OptionName): boolean => (numberOf(byName.get(name)) ?? 0n) !== 0n;
    if (!isSet('spiceport') && !isSet('spicetls_port')) yield { message: 'port', range: spice.nameRange };
    const password = atomOf(byName.get('spicepasswd'))?.text ?? '';
    if (!isSet('spicedisable_ticketing') && password === '') yield { message: 'password', range: spice.nameRange };
  },
});

/** A stub domain has no SPICE, and the old device model takes what it gets. */
function isLookedAt(model: DomainModel): boolean {
  const { deviceModel, isStubdomain } = findDeviceModel(model);
  return deviceModel === 'qemu-xen' && !isStubdomain;
}
