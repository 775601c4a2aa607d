import { findDeviceModel } from '../model/queries/device-model';
import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule } from '../linter/rule';
import { numberOf, type SettingsByName, switchOf } from '../model/setting';

const MAX_REDIRECTIONS = 4n;

export default defineRule({
  meta: {
    id: 'usb-redirection-out-of-range',
    summary: 'Reports more USB redirections than there can be.',
    rationale:
      'QEMU gets at most four channels for redirected USB devices; libxl refuses the domain for more of them, and for a negative number where there is a USB controller.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['spiceusbredirection'],
    fixable: 'sometimes',
    messages: {
      default: 'There can be 0 to 4 redirected USB devices, not {count}: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const redirection = byName.get('spiceusbredirection');
    const count = numberOf(redirection);
    if (domainType !== 'hvm' || redirection === undefined || count === undefined) return;
    if (findDeviceModel(model).deviceModel !== 'qemu-xen' || !isRefused(count, byName)) return;
    const fixes = count > 0n ? [writeInstead(redirection.valueRange, String(MAX_REDIRECTIONS))] : [];
    yield { message: 'default', range: redirection.valueRange, data: { count: String(count) }, fixes };
  },
});

/** Without SPICE libxl takes a number of redirections back, but not a negative one, which brings no controller along either. */
function isRefused(count: bigint, byName: SettingsByName): boolean {
  if (count >= 0n) return count > MAX_REDIRECTIONS && switchOf(byName.get('spice')) === true;
  return (numberOf(byName.get('usbversion')) ?? 0n) !== 0n;
}
