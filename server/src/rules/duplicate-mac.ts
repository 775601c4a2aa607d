import { message } from '../text/message';
import { deviceItems } from '../model/queries/device-items';
import type { DomainModel } from '../model/domain-model';
import { findRepeats, type Occurrence } from '../model/queries/find-repeats';
import { valueOf } from '../specs/key-value';
import { splitFields } from '../schema/c-text/fields';
import { readMac } from '../specs/vif/mac';
import { writeInstead } from '../linter/fixes/write-instead';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { freshMacs } from '../model/queries/fresh-macs';

export default defineRule({
  meta: {
    id: 'duplicate-mac',
    summary: 'Reports two network interfaces with one address.',
    rationale: 'xl does not compare addresses. On one bridge, frames for either of them go astray.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['vif'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'Another network interface of this domain has the address {mac} already',
    },
    evidence: ['tools/xl/xl_parse.c: parse_nic_config'],
  },
  *check({ model }) {
    const addresses = freshMacs(model);
    for (const { key, range, first } of findRepeats(listAddresses(model))) {
      const fixes = [writeInstead(range, addresses.next().value)];
      yield {
        message: 'default',
        range,
        data: { mac: key },
        related: [{ range: first, message: message('First used here') }],
        fixes,
      };
    }
  },
});

function* listAddresses(model: DomainModel): Generator<Occurrence> {
  for (const item of deviceItems(model, 'vif')) {
    const value = valueOf(splitFields(item.text), 'mac');
    const mac = value === undefined ? undefined : readMac(value.text);
    if (value !== undefined && mac?.isComplete === true) yield { key: mac.stored, range: item.rangeOf(value) };
  }
}
