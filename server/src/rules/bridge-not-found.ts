import { listBridges } from '../facts/host-places';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'bridge-not-found',
    summary: 'Reports bridges that this host does not have.',
    rationale:
      'The script of the interface looks for the bridge in dom0 when the domain is created, and libxl gives up where it is not there. It is only looked for where that can be known: in dom0 itself.',
    category: 'correctness',
    severity: 'information',
    subjects: ['vif'],
    fixable: 'never',
    messages: {
      default: 'This host has no bridge `{name}`',
    },
    evidence: ['tools/hotplug/Linux/vif-bridge'],
  },
  *check({ model, facts }) {
    for (const { item, name, place } of listBridges(model)) {
      if (facts.places.get(place) === false) yield { message: 'default', range: item.rangeOf(name), data: { name: name.text } };
    }
  },
});
