import { message } from '../text/message';
import { deviceItems } from '../model/queries/device-items';
import type { DomainModel } from '../model/domain-model';
import { findRepeats, type Occurrence } from '../model/queries/find-repeats';
import { scanUnsigned } from '../schema/c-text/c-number';
import { splitFields } from '../schema/c-text/fields';
import { valueOf } from '../specs/key-value';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'duplicate-vif-id',
    summary: 'Reports two network interfaces with one number.',
    rationale:
      'An interface without `devid` has the number of its place in the list, counted from 0. libxl refuses a domain with two interfaces of one number.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['vif'],
    since: '4.9',
    fixable: 'never',
    messages: {
      default: 'Another interface has the number {id}: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_nic.c: libxl__device_nic_set_devids', 'tools/libs/light/libxl_device.c: libxl__device_add_async'],
  },
  *check({ model }) {
    for (const { key, range, first } of findRepeats(listNumbers(model))) {
      const related = [{ range: first, message: message('The number is taken here') }];
      yield { message: 'default', range, data: { id: key }, related };
    }
  },
});

function* listNumbers(model: DomainModel): Generator<Occurrence> {
  let nextOfNegative = 0;
  for (const [index, item] of deviceItems(model, 'vif').entries()) {
    const devid = valueOf(splitFields(item.text), 'devid');
    const number = devid === undefined ? index : Number(BigInt.asIntN(32, scanUnsigned(devid.text, 10)?.value ?? 0n));
    // libxl counts those that are negative on their own.
    const id = number < 0 ? nextOfNegative++ : number;
    yield { key: String(id), range: devid === undefined ? item.wholeRange : item.rangeOf(devid) };
  }
}
