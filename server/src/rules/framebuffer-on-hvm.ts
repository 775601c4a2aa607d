import { defineRule } from '../linter/rule';
import { itemCountOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'framebuffer-on-hvm',
    summary: 'Reports `vfb` in an HVM domain, which has a display without it.',
    rationale:
      'The device model of an HVM domain takes its display from the options of the domain itself: `vnc`, `vnclisten`, `sdl`, `spice` and their like. What the strings of `vfb` say is not used.',
    category: 'correctness',
    severity: 'information',
    subjects: ['vfb'],
    fixable: 'never',
    messages: {
      default: '`vfb` has no effect in an HVM domain: its display follows `vnc`, `sdl` and `spice`',
    },
    evidence: ['tools/libs/light/libxl_create.c: domcreate_launch_dm', 'tools/libs/light/libxl_dm.c: libxl__dm_vnc'],
  },
  *check({ model }) {
    const vfb = model.byName.get('vfb');
    if (vfb !== undefined && model.domainType === 'hvm' && itemCountOf(vfb) > 0) yield { message: 'default', range: vfb.nameRange };
  },
});
