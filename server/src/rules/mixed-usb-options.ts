import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import { numberOf, switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'mixed-usb-options',
    summary: 'Reports the old and the new way to have USB in one config.',
    rationale:
      '`usbversion` and USB redirection bring their own controller, which does not go with `usb` and `usbdevice`; libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['usbversion', 'spiceusbredirection'],
    fixable: 'never',
    messages: {
      default: '`{name}` does not go with `{other}`: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    if (domainType !== 'hvm') return;
    const usb = byName.get('usb');
    const other = switchOf(usb) === true ? usb : byName.get('usbdevice');
    if (other?.value === undefined) return;
    const hasSpice = switchOf(byName.get('spice')) === true;
    for (const name of ['usbversion', 'spiceusbredirection'] as const) {
      const setting = byName.get(name);
      const number = numberOf(setting) ?? 0n;
      // Without SPICE libxl takes a number of redirections back, but not a negative one.
      const isDropped = name === 'spiceusbredirection' && !hasSpice && number > 0n;
      if (setting === undefined || number === 0n || isDropped) continue;
      const related = [{ range: other.range, message: message('`{name}` is set here', { name: other.name }) }];
      yield { message: 'default', range: setting.nameRange, data: { name, other: other.name }, related };
    }
  },
});
