import { chooseKernel, usePygrub } from '../linter/fixes/choose-kernel';
import { defineRule } from '../linter/rule';
import { describeImage } from '../kernel/judge';
import { judgeFor } from '../facts/gather';
import { judgeKernel } from '../linter/kernel-rule';
import { setType } from '../linter/fixes/set-type';

export default defineRule({
  meta: {
    id: 'pv-kernel-not-xen',
    summary: 'Reports a kernel of a PV domain that is not a Xen kernel.',
    rationale:
      'A PV guest runs without the hardware that other kernels expect, so its kernel has to speak Xen, and says so in notes inside the image. The builder looks for them and refuses any other; the message of xl only says that there is no loader. The rule looks into the image in the same way; it says nothing of images that it could not read.',
    category: 'correctness',
    severity: 'error',
    stage: 'boot',
    subjects: ['kernel'],
    fixable: 'always',
    messages: {
      default: '{what} does not boot as PV domain. {reason}',
    },
    evidence: ['tools/libs/guest/xg_dom_core.c: xc_dom_parse_image', 'xen/common/libelf/libelf-dominfo.c: elf_xen_note_check'],
  },
  *check(context) {
    const judged = judgeKernel(context, ['pv', 'shim']);
    if (judged?.verdict.boots !== false) return;
    const { use, fact, report, verdict } = judged;
    const data = { what: describeImage(report), reason: verdict.reason ?? '' };
    const { model } = context;
    const canPvh = use.loader === 'pv' && judgeFor('pvh', report, model.target.xen).boots === true;
    const fixes = [
      ...chooseKernel(use, fact),
      ...(canPvh ? [setType(model, 'pvh', use.setting.range.start)] : []),
      ...(report.format === 'bzimage' ? [setType(model, 'hvm', use.setting.range.start)] : []),
      usePygrub(use),
    ];
    yield { message: 'default', range: use.value.range, data, fixes };
  },
});
