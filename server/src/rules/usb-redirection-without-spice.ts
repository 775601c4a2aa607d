import { defineRule } from '../linter/rule';
import { numberOf, switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'usb-redirection-without-spice',
    summary: 'Reports USB redirection without SPICE.',
    rationale: 'USB devices are redirected through SPICE. Without it libxl prints a line and takes the setting for 0.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['spiceusbredirection'],
    fixable: 'never',
    messages: {
      default: 'Without `spice` libxl takes `spiceusbredirection` for 0',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const redirection = byName.get('spiceusbredirection');
    const count = numberOf(redirection);
    if (domainType !== 'hvm' || redirection === undefined || count === undefined || count <= 0n) return;
    if (switchOf(byName.get('spice')) !== true) yield { message: 'default', range: redirection.nameRange };
  },
});
