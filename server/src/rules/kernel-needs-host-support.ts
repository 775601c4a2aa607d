import { defineRule } from '../linter/rule';
import { judgeKernel } from '../linter/kernel-rule';

export default defineRule({
  meta: {
    id: 'kernel-needs-host-support',
    summary: 'Reports a kernel that only boots where Xen is built with something that builds may lack.',
    rationale:
      'Xen can be built without 32-bit PV guests, and without some decompressors. Debian builds it without 32-bit PV, bzip2 and LZO. Whether the host has what the kernel needs cannot be seen from here.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['kernel'],
    fixable: 'never',
    messages: {
      pv32: 'This 32-bit PV kernel needs a Xen with 32-bit PV guests: look for `xen-3.0-x86_32p` in `xl info`',
      bzip2: 'This kernel is packed with bzip2, which Xen has to be built with',
      lzo: 'This kernel is packed with LZO, which Xen has to be built with',
      zstd: 'This kernel is packed with zstd, which Xen has to be built with',
      'xz-big-dictionary': 'This kernel is packed with an xz dictionary that Xen takes since 4.18.5 and 4.19.2',
    },
    evidence: ['tools/libs/guest/xg_dom_bzimageloader.c: xc_dom_probe_bzimage_kernel'],
  },
  *check(context) {
    const judged = judgeKernel(context, ['pv', 'pvh', 'shim']);
    if (judged?.verdict.boots !== true) return;
    for (const need of judged.verdict.needs) {
      // Every build of the last years has zstd.
      if (need !== 'zstd') yield { message: need, range: judged.use.value.range };
    }
  },
});
