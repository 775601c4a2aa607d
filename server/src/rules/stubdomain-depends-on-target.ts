import { defineRule } from '../linter/rule';
import { switchOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'stubdomain-depends-on-target',
    summary: 'Reports device models in a domain of their own, which the other host has to support too.',
    rationale: 'The state of the device model goes through the console of its domain, and the other host needs the same image for it.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['device_model_stubdomain_override'],
    fixable: 'never',
    migration: { strength: 'depends', reason: 'the same stub domain', advice: 'Install the same stub domain image on both hosts.' },
    isOptIn: true,
    messages: {
      default: 'The other host needs the same stub domain',
    },
    evidence: ['docs/misc/stubdom.txt'],
  },
  *check({ model }) {
    const setting = model.byName.get('device_model_stubdomain_override');
    if (setting !== undefined && model.domainType === 'hvm' && switchOf(setting) === true)
      yield { message: 'default', range: setting.nameRange };
  },
});
