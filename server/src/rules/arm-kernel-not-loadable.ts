import { chooseKernel } from '../linter/fixes/choose-kernel';
import { defineRule } from '../linter/rule';
import { describeImage } from '../kernel/judge';
import { judgeKernel } from '../linter/kernel-rule';

export default defineRule({
  meta: {
    id: 'arm-kernel-not-loadable',
    summary: 'Reports a kernel that xl cannot load on Arm.',
    rationale:
      'On Arm xl loads a Linux `Image`, also packed with gzip, or a 32-bit `zImage`. ELF files, U-Boot images and images for EFI are refused.',
    category: 'correctness',
    severity: 'error',
    stage: 'boot',
    subjects: ['kernel'],
    fixable: 'sometimes',
    messages: {
      default: '{what} cannot be loaded on Arm. {reason}',
    },
    evidence: ['tools/libs/guest/xg_dom_armzimageloader.c: xc_dom_probe_zimage_kernel'],
  },
  *check(context) {
    const judged = judgeKernel(context, ['arm']);
    if (judged?.verdict.boots !== false) return;
    const { use, fact, report, verdict } = judged;
    const data = { what: describeImage(report), reason: verdict.reason ?? '' };
    yield { message: 'default', range: use.value.range, data, fixes: chooseKernel(use, fact) };
  },
});
