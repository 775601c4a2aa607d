import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'pygrub-unrestricted',
    summary: 'Reports pygrub that reads the disk of the guest as root.',
    rationale:
      'pygrub takes the file systems of the guest apart in the control domain, as root unless it is restricted. A hostile guest can prepare its disk for that, and Xen gives security support to restricted pygrub only. `xl.conf` can restrict it for all domains.',
    category: 'correctness',
    severity: 'hint',
    subjects: ['bootloader'],
    since: '4.18',
    fixable: 'never',
    messages: {
      default: 'pygrub reads the disk of the guest as root unless `xl.conf` restricts it. Set `bootloader_restrict = 1`',
    },
    evidence: ['SUPPORT.md', 'tools/libs/light/libxl_bootloader.c: bootloader_uid'],
  },
  *check({ model }) {
    const { byName, domainType, hostDefaults } = model;
    const program = atomOf(byName.get('bootloader'));
    if (domainType === 'hvm' || program?.text.split('/').at(-1) !== 'pygrub') return;
    // Whoever names one of the two has decided, and so has the host.
    if (byName.has('bootloader_restrict') || byName.has('bootloader_user')) return;
    if (hostDefaults.has('bootloader_restrict')) return;
    yield { message: 'default', range: program.range };
  },
});
