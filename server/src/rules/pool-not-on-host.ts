import { defineRule } from '../linter/rule';
import { findPlaces } from '../model/queries/named-places';

export default defineRule({
  meta: {
    id: 'pool-not-on-host',
    summary: 'Reports CPU pools that no host of the config has.',
    rationale: 'libxl does not create a domain for a pool that is not there.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['pool'],
    fixable: 'never',
    messages: {
      default: '{host} has no CPU pool `{name}`',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data, pool'],
  },
  *check({ model, neighbours }) {
    const { hosts } = neighbours;
    const lists = hosts.map(({ pools }) => pools);
    if (hosts.length === 0 || lists.includes(undefined)) return;
    for (const { text, range } of findPlaces(model, ({ kind }) => kind === 'pool')) {
      // Xen makes it, and it stays.
      if (text === 'Pool-0' || lists.some((list) => list?.includes(text) === true)) continue;
      const host = hosts.map((each) => `\`${each.name}\``).join(', ');
      yield { message: 'default', range, data: { host, name: text } };
    }
  },
});
