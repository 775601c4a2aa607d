import { message } from '../text/message';
import { atomOf } from '../model/setting';
import { defineRule, type Fix } from '../linter/rule';
import { isRead } from '../model/domain-model';

export default defineRule({
  meta: {
    id: 'rombios-without-traditional',
    summary: 'Reports the old BIOS with the device model of today.',
    rationale:
      '`rombios` only works with qemu-xen-traditional, which was removed in Xen 4.21. With qemu-xen, the default, libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['bios', 'firmware'],
    fixable: 'always',
    messages: {
      default: '`rombios` only works with qemu-xen-traditional: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const isTraditional = atomOf(byName.get('device_model_version'))?.text === 'qemu-xen-traditional';
    if (domainType !== 'hvm' || isTraditional) return;
    const bios = byName.get('bios');
    const setting = atomOf(bios) === undefined ? byName.get('firmware') : bios;
    const atom = atomOf(setting);
    if (setting === undefined || atom?.text.toLowerCase() !== 'rombios' || !isRead(setting, model.target, domainType)) return;
    const fixes: readonly Fix[] = [
      { title: message('Write `"seabios"`'), safety: 'review', edits: [{ range: atom.range, newText: '"seabios"' }] },
    ];
    yield { message: 'default', range: atom.range, fixes };
  },
});
