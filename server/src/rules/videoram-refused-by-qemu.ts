import { numberOf } from '../model/setting';
import { findDeviceModel } from '../model/queries/device-model';
import { findVideoCard } from '../model/queries/video-memory';
import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule } from '../linter/rule';

/** MiB that the emulated card can have; libxl itself asks for 8 at least. */
const SIZES = [8n, 16n];

export default defineRule({
  meta: {
    id: 'videoram-refused-by-qemu',
    summary: 'Reports video memory that the emulated Cirrus card cannot have.',
    rationale:
      'libxl hands the size on to QEMU, whose Cirrus card has 4, 8 or 16 MiB. QEMU stops at any other size, and the domain does not start.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['videoram'],
    fixable: 'always',
    messages: {
      default: 'The Cirrus card of QEMU has 8 or 16 MiB; with {size} QEMU stops. `vga="stdvga"` takes more',
    },
    evidence: [
      'tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new',
      'hw/display/cirrus_vga.c of QEMU: pci_cirrus_vga_realize',
    ],
  },
  *check({ model }) {
    const setting = model.byName.get('videoram');
    const size = numberOf(setting);
    const card = findVideoCard(model);
    const isLookedAt = model.domainType === 'hvm' && card?.name === 'cirrus' && findDeviceModel(model).deviceModel === 'qemu-xen';
    // Less than the least is an error of its own.
    if (setting === undefined || size === undefined || !isLookedAt || size < 8n || SIZES.includes(size)) return;
    const range = setting.valueRange;
    yield { message: 'default', range, data: { size: String(size) }, fixes: [writeInstead(range, '16')] };
  },
});
