import { message } from '../text/message';
import { atomOf, numberOf, switchOf } from '../model/setting';
import { findDeviceModel } from '../model/queries/device-model';
import { defineRule, type Fix } from '../linter/rule';
import type { DeviceModel } from '../schema/device-model';

/** MiB that each card needs; a device model of today, and the old one, which takes any number for the others. */
const LEAST: Readonly<Record<DeviceModel, ReadonlyMap<string, bigint>>> = {
  'qemu-xen': new Map([
    ['stdvga', 16n],
    ['cirrus', 8n],
    ['qxl', 128n],
  ]),
  'qemu-xen-traditional': new Map([['stdvga', 8n]]),
  none: new Map(),
};

export default defineRule({
  meta: {
    id: 'videoram-too-small',
    summary: 'Reports too little memory for the emulated video card.',
    rationale: 'Each card has a least amount, below which libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['videoram'],
    fixable: 'always',
    messages: {
      default: 'The video card `{vga}` needs at least {least} MiB: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const setting = byName.get('videoram');
    const videoram = numberOf(setting);
    if (setting === undefined || videoram === undefined || domainType !== 'hvm' || videoram < 0n) return;
    const vga = atomOf(byName.get('vga'))?.text ?? (switchOf(byName.get('stdvga')) === true ? 'stdvga' : 'cirrus');
    const least = LEAST[findDeviceModel(model).deviceModel].get(vga);
    if (least === undefined || videoram >= least) return;
    const fixes: readonly Fix[] = [
      {
        title: message('Write `{least}`', { least: String(least) }),
        safety: 'review',
        edits: [{ range: setting.valueRange, newText: String(least) }],
      },
    ];
    yield { message: 'default', range: setting.valueRange, data: { vga, least: String(least) }, fixes };
  },
});
