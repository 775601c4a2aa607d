import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule } from '../linter/rule';
import { findDeviceModel } from '../model/queries/device-model';
import { findFirmware } from '../model/queries/firmware';

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
    const choice = findFirmware(model);
    if (choice?.firmware !== 'rombios' || findDeviceModel(model).deviceModel !== 'qemu-xen') return;
    const { atom } = choice;
    yield { message: 'default', range: atom.range, fixes: [writeInstead(atom.range, '"seabios"')] };
  },
});
