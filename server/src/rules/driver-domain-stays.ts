import { defineRule } from '../linter/rule';
import { stateIntent } from '../linter/fixes/state-intent';
import { switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'driver-domain-stays',
    summary: 'Reports driver domains, which other domains of the host depend on.',
    rationale:
      'The backends of other domains run in a driver domain. Those domains stay, so their disks and interfaces are cut off when it moves.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['driver_domain'],
    fixable: 'always',
    migration: { strength: 'breaks', reason: 'being a driver domain', advice: 'Run a driver domain on each host.' },
    messages: {
      default: 'Other domains use this one as their backend, and are cut off when it moves',
    },
    evidence: ['docs/man/xl.cfg.5.pod.in: driver_domain'],
  },
  *check({ model }) {
    const setting = model.byName.get('driver_domain');
    if (setting !== undefined && switchOf(setting) === true)
      yield { message: 'default', range: setting.nameRange, fixes: stateIntent(model) };
  },
});
