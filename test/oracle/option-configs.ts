/** Small configs of options to compare with the real xl. */
import fc from 'fast-check';
import { type Option, OPTIONS } from '../../server/src/options/index';
import { isKnownTo } from '../../server/src/schema/option';
import { REAL_TARGET } from '../support/real-xl';

/** What depends on files, users or CPUs of the host, and strings with a language of their own. */
const LEFT_OUT = new Set(['vcpus', 'maxvcpus', 'cpus', 'cpus_soft', 'name', 'pool']);

const options = OPTIONS.filter((option) => isKnownTo(option, REAL_TARGET) && option.type.spec === undefined && !LEFT_OUT.has(option.name));

const oddValue = fc.constantFrom(
  ...[
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '010',
    '09',
    '0x10',
    '"-1"',
    '"0x1F"',
    '" 7"',
    '"7 "',
    '300',
    '5000',
    '4294967296',
    '99999999999999999999',
  ],
  ...['""', '"x"', '"yes"', '"HVM"', '"Destroy"', '"none"', '"default"', '"h"', '"p"', '[]', '["a"]', '["a",["b"]]', '[1]', '"a\\nb"'],
);

function valueOf(option: Option): fc.Arbitrary<string> {
  const context = { target: REAL_TARGET, domainType: 'hvm' as const };
  const suggested = option.type.suggest(context).map(({ text, isQuoted }) => (isQuoted ? `"${text}"` : text));
  return suggested.length === 0 ? oddValue : fc.oneof(oddValue, fc.constantFrom(...suggested));
}

const setting = fc.constantFrom(...options).chain((option) => valueOf(option).map((value) => `${option.name} = ${value}`));
const head = fc.constantFrom(
  'type = "hvm"\n',
  'type = "pvh"\nkernel = "/k"\n',
  'kernel = "/k"\n',
  'builder = "hvm"\n',
  'bootloader = "pygrub"\n',
  '',
);
/** A head that decides the type, and a few settings with right and odd values. */
export const config = fc
  .tuple(head, fc.array(setting, { minLength: 1, maxLength: 4 }))
  .map(([first, settings]) => `name = "d"\n${first}${settings.join('\n')}\n`);
