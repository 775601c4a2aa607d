import { defineRule } from '../linter/rule';
import { describeImage } from '../kernel/judge';
import { NO_KERNELS } from '../facts/image-kinds';
import { factOf } from '../facts/host-facts';
import { findKernelUse } from '../facts/kernel-use';

export default defineRule({
  meta: {
    id: 'hvm-kernel-not-linux',
    summary: 'Reports a kernel of an HVM domain that QEMU cannot start.',
    rationale:
      'In an HVM domain `kernel` goes to QEMU, which starts Linux kernels and multiboot ones. Anything else leaves a guest that hangs before its first line.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['kernel'],
    fixable: 'never',
    messages: {
      default: 'QEMU starts Linux and multiboot kernels; this is {what}',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new'],
  },
  *check({ model, facts }) {
    const use = findKernelUse(model);
    const fact = factOf(facts, use?.value.text);
    if (use?.loader !== 'qemu' || fact.state !== 'image' || !NO_KERNELS.has(fact.report.format)) return;
    yield { message: 'default', range: use.value.range, data: { what: describeImage(fact.report) } };
  },
});
