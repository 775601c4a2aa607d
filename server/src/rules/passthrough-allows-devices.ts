import { message } from '../text/message';
import { atomOf, itemCountOf } from '../model/setting';
import type { TextRange } from '../text/text-range';
import { defineRule, type Fix } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'passthrough-allows-devices',
    summary: 'Reports that devices may be attached later, and then keep the domain on its host.',
    rationale:
      'The setting alone keeps nothing: since Xen 4.13 only devices that are really assigned are looked at. But with it a device can be attached while the domain runs.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['passthrough'],
    since: '4.13',
    fixable: 'always',
    migration: {
      strength: 'depends',
      reason: 'no devices attached',
      advice: 'Write `passthrough = "disabled"` where no device is ever attached.',
    },
    isOptIn: true,
    messages: {
      default: 'A device that is attached later keeps the domain on its host',
    },
    evidence: ['xen/arch/x86/mm/paging.c: paging_log_dirty_enable'],
  },
  *check({ model }) {
    const setting = model.byName.get('passthrough');
    const mode = atomOf(setting)?.text.toLowerCase() ?? 'disabled';
    const hasDevices = (['pci', 'dtdev'] as const).some((name) => itemCountOf(model.byName.get(name)) > 0);
    if (setting !== undefined && mode !== 'disabled' && mode !== 'default' && !hasDevices)
      yield { message: 'default', range: setting.nameRange, fixes: forbidDevices(setting.valueRange) };
  },
});

function forbidDevices(range: TextRange): readonly Fix[] {
  return [
    {
      title: message('Write `"disabled"`, so that no device can be attached'),
      safety: 'review',
      edits: [{ range, newText: '"disabled"' }],
    },
  ];
}
