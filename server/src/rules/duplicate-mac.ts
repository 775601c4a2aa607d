/** Reports two network interfaces with one address. */
import type { TextRange } from '../text/text-range';
import { defineRule } from './rule';
import { deviceItems } from '../model/device-items';
import { readMac } from '../specs/vif/mac';
import { splitFields, valueOf } from '../specs/key-value';

export default defineRule({
  meta: {
    id: 'duplicate-mac',
    summary: 'Reports two network interfaces with one address.',
    rationale: 'xl does not compare addresses. On one bridge, frames for either of them go astray.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['vif'],
    fixable: 'never',
    messages: {
      default: 'Another network interface of this domain has the address {mac} already',
    },
    evidence: ['tools/xl/xl_parse.c: parse_nic_config'],
  },
  *check({ model }) {
    const first = new Map<string, TextRange>();
    for (const item of deviceItems(model, 'vif')) {
      const value = valueOf(splitFields(item.text), 'mac');
      if (value === undefined || !readMac(value.text).isComplete) continue;
      const mac = readMac(value.text).stored;
      const range = item.rangeOf(value);
      const other = first.get(mac);
      if (other === undefined) first.set(mac, range);
      else yield { message: 'default', range, data: { mac }, related: [{ range: other, message: 'The address is used here' }] };
    }
  },
});
