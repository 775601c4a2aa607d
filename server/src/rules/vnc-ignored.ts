import { defineRule } from '../linter/rule';
import { isTaken, switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'vnc-ignored',
    summary: 'Reports settings of a display that the domain does not have.',
    rationale:
      'On PVH, `vnc` and `sdl` at the top level do nothing. On PV they make a framebuffer, unless there is a `vfb`, whose settings then count alone.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['vnc', 'sdl'],
    fixable: 'never',
    messages: {
      pvh: 'A PVH domain has no such display; `{name}` is ignored silently. Use `vfb`',
      vfb: 'The settings in `vfb` count alone; `{name}` is ignored silently',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const vfb = byName.get('vfb');
    const isOverruled = domainType === 'pv' && vfb !== undefined && isTaken(vfb);
    if (domainType !== 'pvh' && !isOverruled) return;
    const message = domainType === 'pvh' ? 'pvh' : 'vfb';
    for (const name of ['vnc', 'sdl'] as const) {
      const setting = byName.get(name);
      if (switchOf(setting) === true && setting !== undefined) yield { message, range: setting.nameRange, data: { name } };
    }
  },
});
