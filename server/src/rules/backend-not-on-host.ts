import { defineRule } from '../linter/rule';
import { listBackends } from '../workspace/claims';

export default defineRule({
  meta: {
    id: 'backend-not-on-host',
    summary: 'Reports driver domains that no config of the host defines.',
    rationale:
      'A device with a backend is served by that domain, which has to run when this one is created: libxl looks its name up and gives up.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    fixable: 'never',
    messages: {
      default: 'No config of {host} is for the domain `{name}`',
    },
    evidence: ['tools/libs/light/libxl_utils.c: libxl_domain_qualifier_to_domid'],
  },
  *check({ model, neighbours }) {
    const host = neighbours.hosts.map((each) => `\`${each.name}\``).join(', ');
    for (const { text, range } of listBackends(model)) {
      if (neighbours.missingBackends.includes(text)) yield { message: 'default', range, data: { host, name: text } };
    }
  },
});
