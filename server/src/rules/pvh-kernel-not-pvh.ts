import { message } from '../text/message';
import { chooseKernel } from '../linter/fixes/choose-kernel';
import { defineRule } from '../linter/rule';
import { describeImage } from '../kernel/judge';
import { judgeFor } from '../facts/gather';
import { judgeKernel } from '../linter/kernel-rule';
import { setType } from '../linter/fixes/set-type';
import { textRange } from '../text/text-range';

export default defineRule({
  meta: {
    id: 'pvh-kernel-not-pvh',
    summary: 'Reports a kernel of a PVH domain that has no PVH entry point.',
    rationale:
      'A PVH guest starts without firmware, at an entry point that its kernel names in a note. Linux has it since 4.11 with `CONFIG_XEN_PVH`, and since 5.0 with `CONFIG_PVH` too. Without it the builder refuses the image; a PV kernel can run behind the PV shim.',
    category: 'correctness',
    severity: 'error',
    stage: 'boot',
    subjects: ['kernel'],
    since: '4.10',
    fixable: 'sometimes',
    messages: {
      default: '{what} does not boot as PVH domain. {reason}',
    },
    evidence: ['tools/libs/guest/xg_dom_core.c: xc_dom_parse_image', 'tools/libs/guest/xg_dom_elfloader.c: xc_dom_guest_type'],
  },
  *check(context) {
    const judged = judgeKernel(context, ['pvh']);
    if (judged?.verdict.boots !== false) return;
    const { use, fact, report, verdict } = judged;
    const { model } = context;
    const data = { what: describeImage(report), reason: verdict.reason ?? '' };
    const canPv = judgeFor('pv', report, model.target.xen).boots === true;
    const end = use.setting.range.end;
    const shim = {
      title: message('Run it behind the PV shim'),
      safety: 'review' as const,
      edits: [{ range: textRange(end, end), newText: '\npvshim = 1' }],
    };
    const fixes = [
      ...chooseKernel(use, fact),
      ...(canPv ? [shim, setType(model, 'pv', use.setting.range.start)] : []),
      ...(report.format === 'bzimage' ? [setType(model, 'hvm', use.setting.range.start)] : []),
    ];
    yield { message: 'default', range: use.value.range, data, fixes };
  },
});
