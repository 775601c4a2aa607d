import { defineRule } from '../linter/rule';
import { listBridges } from '../facts/host-places';

export default defineRule({
  meta: {
    id: 'bridge-not-on-host',
    summary: 'Reports bridges that no host of the config has.',
    rationale:
      'The hotplug script of the interface looks for the bridge in dom0 when the domain is created, and libxl gives up where it is not there.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['vif'],
    fixable: 'never',
    messages: {
      default: '{host} has no bridge `{name}`',
    },
    evidence: ['tools/hotplug/Linux/vif-bridge'],
  },
  *check({ model, neighbours }) {
    const { hosts } = neighbours;
    const lists = hosts.map(({ bridges }) => bridges);
    if (hosts.length === 0 || lists.includes(undefined)) return;
    for (const { item, name } of listBridges(model)) {
      if (lists.some((list) => list?.includes(name.text) === true)) continue;
      const host = hosts.map((each) => `\`${each.name}\``).join(', ');
      yield { message: 'default', range: item.rangeOf(name), data: { host, name: name.text } };
    }
  },
});
