/** Reports a value inside a device string that xl takes for something else. */
import { defineValueRule } from './value-rule';

export default defineValueRule({
  meta: {
    id: 'misread-device-value',
    summary: 'Reports a value inside a device string that xl takes for something else.',
    rationale:
      'xl reads such values loosely: text where a number belongs counts as 0, addresses lose bytes, numbers are cut off. The device is made all the same.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    messages: {
      zero: '`{text}` is no number, so xl takes `{key}` for 0 without a word',
      cutOff: 'xl cuts `{text}` off to {stored} without a word',
      notInList: '`{text}` is no value of `{key}` ({expected}): xl prints a line and leaves it unset',
      macBroken: 'xl cannot read all of this address and makes it {stored}',
      macSloppy: 'xl reads this address as {stored}',
      missingComma: 'A comma is missing before `{key}`, so xl takes it for a part of the value',
      macReadsOn: 'The address before is too short, so xl reads on into this field',
      swallowed: 'xl takes `{text}` for a part of `{key}`',
      inherited: 'xl takes `{key}` over from the item before, because it is missing here',
      vcpuRange: '`{text}` is no list of vCPUs, and xl does not say what it makes of it',
      cpuidFirst: 'xl ignores the whole option, because its first word is not `host`',
      cpuidRegisters: 'xl cannot read `{text}`, prints a line and ignores the rest of it',
      cpuidNoEquals: 'xl ignores `{text}`, because there is no `=`',
      cpuidValue: '`{text}` is no value of a CPU feature (0, 1, x, k or s): xl ignores it',
      connector: 'xl finds no resolution in `{text}` and reads no connectors from here on, without a word',
      readOnlyCd: 'xl makes every CD read-only, without a word about `{text}`',
      cpuExtra: 'There are only {limit} vCPUs, so xl does not even read this item',
      trailing: 'xl ignores `{text}`',
      reversed: 'The last port is below the first, and xl does not check that',
      rdmOrder: 'xl understands only `strategy=host,policy=strict` or `relaxed`, in this order, and ignores `{text}`',
      rdmDropped: 'This xl ignores the whole option without a word when its policy is right',
      rdmUnknown: 'xl cannot read `{text}` and ignores the option',
    },
    evidence: ['tools/xl/xl_parse.c'],
  },
});
