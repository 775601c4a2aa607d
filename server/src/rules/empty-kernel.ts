import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'empty-kernel',
    summary: 'Reports a `kernel` without a name in a PV or PVH domain.',
    rationale:
      'xl takes an empty text for the name of a kernel, so it does not miss one. The domain builder then opens a file without a name, which fails in every case.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['kernel'],
    fixable: 'never',
    messages: {
      default: 'An empty `kernel` names no file: the domain does not start',
    },
    evidence: ['tools/libs/light/libxl_dom.c: libxl__build_dom', 'tools/libs/guest/xg_dom_core.c: xc_dom_kernel_file'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const kernel = atomOf(byName.get('kernel'));
    if (domainType === 'hvm' || kernel?.text !== '') return;
    // A boot loader or a firmware stands in for the kernel.
    if (atomOf(byName.get('bootloader')) !== undefined || atomOf(byName.get('firmware')) !== undefined) return;
    yield { message: 'default', range: kernel.range };
  },
});
