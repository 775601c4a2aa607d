import { defineRule } from '../linter/rule';
import { describeImage } from '../kernel/judge';
import { judgeKernel } from '../linter/kernel-rule';

export default defineRule({
  meta: {
    id: 'bare-code-as-pvh-kernel',
    summary: 'Reports 32-bit code that Xen would start in a PVH domain although it is not a PVH kernel.',
    rationale:
      'The builder takes any 32-bit ELF file for a PVH domain and starts it at its entry point. Without a PVH entry point it was not made for that, and hardly gets far.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['kernel'],
    since: '4.10',
    fixable: 'never',
    messages: {
      default: '{what} is not a PVH kernel; Xen would start it as bare 32-bit code',
    },
    evidence: ['tools/libs/guest/xg_dom_hvmloader.c: xc_dom_probe_hvm_kernel'],
  },
  *check(context) {
    const judged = judgeKernel(context, ['pvh']);
    if (judged?.verdict.boots !== null || judged.report.format !== 'elf32') return;
    yield { message: 'default', range: judged.use.value.range, data: { what: describeImage(judged.report) } };
  },
});
