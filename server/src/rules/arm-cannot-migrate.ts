import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'arm-cannot-migrate',
    summary: 'Reports that a domain on Arm cannot move.',
    rationale:
      'On Arm the toolstack is built without `save`, `restore` and `migrate`, whatever the config says. It is said once for each domain, and only where something asks for domains that can move.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['name'],
    fixable: 'never',
    migration: { strength: 'refused', reason: 'Arm', advice: 'Shut the domain down and start it on the other host.' },
    isOptIn: true,
    messages: {
      default: 'On Arm `xl` has neither `save` nor `migrate`',
    },
    evidence: ['tools/include/libxl.h: LIBXL_HAVE_NO_SUSPEND_RESUME'],
  },
  *check({ model }) {
    const name = model.byName.get('name');
    if (model.target.arch === 'arm' && name !== undefined) yield { message: 'default', range: name.nameRange };
  },
});
