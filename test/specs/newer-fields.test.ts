/** What releases after the xl that tests can ask put into the domain, and what older ones did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';

function domainOf(lines: readonly string[], settings = DEFAULT_SETTINGS): unknown {
  return service.explain(analyze(['name = "d"', 'kernel = "/k"', ...lines, ''].join('\n'), settings));
}

test('new options on Arm', () => {
  const domain = domainOf(
    [
      ...['type = "pvh"', 'sve = "HW"', 'nr_spis = 0', 'trap_unmapped_accesses = 0', 'arm_sci = "type=SCMI_SMC, type=none"'],
      ...['llc_colors = ["0-2", " 9x"]', 'xenstore_quota = ["nodes=0x10", "watches=0"]', 'xenstore_feature_mask = 6'],
      'virtio = ["type=virtio,device22,transport=mmio,backend=1,grant_usage=0"]',
    ],
    { ...DEFAULT_SETTINGS, target: { xen: '4.22', arch: 'arm' } },
  );
  assert.deepEqual(domain, {
    c_info: { type: 'pvh', run_hotplug_scripts: 'True', name: 'd' },
    b_info: {
      claim_mode: 'True',
      kernel: '/k',
      llc_colors: [0, 1, 2, 9],
      xenstore_quota: { quota: [{ name: 'nodes', val: 16 }, { name: 'watches' }] },
      xenstore_feature_mask: 6,
      trap_unmapped_accesses: 'False',
      arch_arm: { sve_vl: 'hw', nr_spis: 0, arm_sci: { type: 'scmi_smc' } },
    },
    on_reboot: 'restart',
    on_soft_reset: 'soft_reset',
    virtios: [{ devid: 0, backend_domname: '1', transport: 'mmio', grant_usage: 'False', type: 'virtio,device22' }],
  });
});

test('new options on x86', () => {
  const lines = ['type = "hvm"', 'smbios = ["BIOS_Vendor=a=b"]', 'hvm_pirq = 1', 'xen_platform_pci_bar_uc = 0', 'altp2m_count = 3'];
  const domain = domainOf(lines, { ...DEFAULT_SETTINGS, target: { xen: '4.22', arch: 'x86' } });
  const hvm = { smbios: [{ key: 'bios_vendor', value: 'a=b' }], pirq: 'True', xen_platform_pci_bar_uc: 'False' };
  assert.deepEqual(domain, {
    c_info: { type: 'hvm', run_hotplug_scripts: 'True', name: 'd' },
    b_info: { claim_mode: 'True', altp2m_count: 3, kernel: '/k', 'type.hvm': hvm },
    on_reboot: 'restart',
    on_soft_reset: 'soft_reset',
  });
});

test('the early PVH', () => {
  const domain = domainOf(['pvh = 1'], { ...DEFAULT_SETTINGS, target: { xen: '4.8', arch: 'x86' } });
  assert.deepEqual((domain as { readonly c_info: unknown }).c_info, { type: 'pv', run_hotplug_scripts: 'True', name: 'd', pvh: 'True' });
});
