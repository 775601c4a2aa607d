import { defineRule, type Fix } from '../linter/rule';
import { message } from '../text/message';
import { textRange } from '../text/text-range';
import { deviceItems } from '../model/queries/device-items';
import { readViridian } from '../specs/viridian/viridian-spec';

/** The number of the group. */
const BASE = 0;

export default defineRule({
  meta: {
    id: 'viridian-without-base',
    summary: 'Reports Viridian groups without the one that all others need.',
    rationale: 'Every group builds on `base`. libxl refuses a domain that switches others on and not this one, or switches it off.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['viridian'],
    fixable: 'sometimes',
    messages: {
      default: 'The groups need `base`, which is not switched on: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_x86.c: hvm_set_viridian_features'],
  },
  *check({ model }) {
    const viridian = model.byName.get('viridian');
    if (viridian?.value?.kind !== 'list' || model.domainType !== 'hvm') return;
    const { enabled, disabled, hasDefaults } = readViridian(deviceItems(model, 'viridian').map(({ text }) => text));
    const isOn = [...enabled].some((group) => !disabled.has(group)) || hasDefaults;
    const hasBase = (enabled.has(BASE) || hasDefaults) && !disabled.has(BASE);
    if (!isOn || hasBase) return;
    const start = viridian.value.range.start + 1;
    const edits = [{ range: textRange(start, start), newText: ' "base",' }];
    const add: Fix = { title: message('Enable `{group}`', { group: 'base' }), safety: 'review', edits };
    yield { message: 'default', range: viridian.nameRange, fixes: disabled.has(BASE) ? [] : [add] };
  },
});
