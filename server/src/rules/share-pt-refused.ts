import { atomOf, switchOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'share-pt-refused',
    summary: 'Reports shared page tables where there are none to share.',
    rationale:
      '`passthrough = "share_pt"` shares the page tables of hardware assisted paging with the IOMMU. A PV domain, or one with `hap = 0`, has none, and libxl refuses it.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['passthrough'],
    since: '4.13',
    fixable: 'never',
    messages: {
      pv: 'A PV domain has no page tables to share: libxl refuses the domain',
      hap: 'With `hap = 0` there are no page tables to share: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_x86.c: libxl__arch_passthrough_mode_setdefault'],
  },
  *check({ model }) {
    const setting = model.byName.get('passthrough');
    if (setting === undefined || atomOf(setting)?.text.toLowerCase() !== 'share_pt' || model.target.arch !== 'x86') return;
    if (model.domainType === 'pv') yield { message: 'pv', range: setting.valueRange };
    else if (switchOf(model.byName.get('hap')) === false) yield { message: 'hap', range: setting.valueRange };
  },
});
