import { atomOf, numberOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { removeSetting } from '../linter/fixes/remove-setting';
import { stateIntent } from '../linter/fixes/state-intent';

const NATIVE = 2n;

export default defineRule({
  meta: {
    id: 'native-tsc-changes',
    summary: 'Reports a guest that reads the time stamp counter of its host directly.',
    rationale:
      'With `tsc_mode = "native"` the guest sees the counter of whatever host it runs on. Its frequency is another one after a migration, so clocks in the guest run wrong.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['tsc_mode'],
    fixable: 'always',
    migration: {
      strength: 'breaks',
      reason: 'the native time stamp counter',
      advice: 'Leave `tsc_mode` to its default, with which Xen emulates the counter after a migration where it has to.',
    },
    messages: {
      default: 'The time stamp counter runs at another speed on another host, and the guest is not told',
    },
    evidence: ['docs/man/xen-tscmode.7.pod'],
  },
  *check({ model }) {
    const setting = model.byName.get('tsc_mode');
    const isNative = atomOf(setting)?.text.toLowerCase() === 'native' || numberOf(setting) === NATIVE;
    if (setting !== undefined && isNative)
      yield {
        message: 'default',
        range: setting.valueRange,
        fixes: [...stateIntent(model), removeSetting(setting, model.tree.text, 'review')],
      };
  },
});
