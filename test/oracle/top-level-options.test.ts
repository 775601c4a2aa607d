/** The verdict on top-level options against the real xl: refused there means an error of the parse stage here, and nothing else does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { OPTIONS } from '../../server/src/schema/schema';
import { isKnownTo, type Option } from '../../server/src/schema/option';
import { askXl, needsRealXl, REAL_TARGET } from '../support/real-xl';
import { analyze, DEFAULT_SETTINGS } from '../support/check';

/** Long runs set the number and the seed. */
const CASES = Number(process.env['XLCFG_ORACLE_COUNT'] ?? 400);
const SEED = Number(process.env['XLCFG_ORACLE_SEED'] ?? 1);

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
const config = fc
  .tuple(head, fc.array(setting, { minLength: 1, maxLength: 4 }))
  .map(([first, settings]) => `name = "d"\n${first}${settings.join('\n')}\n`);

function isRefusedHere(text: string): boolean {
  const { findings } = analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET });
  return findings.some(({ severity, stage }) => severity === 'error' && stage === 'parse');
}

test('xl refuses what is an error here, and only that', needsRealXl, () => {
  const verdicts = new Set<boolean>();
  fc.assert(
    fc.property(config, (text) => {
      const { status, messages } = askXl(text);
      verdicts.add(status === 0);
      assert.equal(isRefusedHere(text), status !== 0, `xl exits with ${status} on\n${text}and says: ${messages}`);
    }),
    { seed: SEED, numRuns: CASES },
  );
  assert.equal(verdicts.size, 2, 'the cases are one-sided');
});
