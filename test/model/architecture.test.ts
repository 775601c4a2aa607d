/** For which architecture a config is judged where nobody says it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, DEFAULT_SETTINGS } from '../support/check';

const OPEN = { ...DEFAULT_SETTINGS, target: { xen: '4.22' } } as const;
const HEAD = 'name = "ivi"\nkernel = "/boot/vmlinuz"\n';

function architectureOf(lines: string, settings: typeof DEFAULT_SETTINGS = OPEN): readonly (string | undefined)[] {
  const { target, archSetting } = analyze(HEAD + lines, settings).model;
  return [target.arch, archSetting?.name];
}

test('what only Arm reads speaks for Arm', () => {
  assert.deepEqual(architectureOf('dtdev = ["/soc/gpu@fd000000"]\n'), ['arm', 'dtdev']);
  assert.deepEqual(architectureOf('gic_version = "v3"\n'), ['arm', 'gic_version']);
  assert.deepEqual(architectureOf('memory = 512\n'), ['x86', undefined]);
});

test('what somebody says comes first', () => {
  assert.deepEqual(architectureOf('vuart = "sbsa_uart"\n', DEFAULT_SETTINGS), ['x86', undefined]);
  assert.deepEqual(architectureOf('# xlcfg: arch=x86\nvuart = "sbsa_uart"\n'), ['x86', undefined]);
  assert.deepEqual(architectureOf('# xlcfg: arch=arm\n'), ['arm', undefined]);
});

test('Arm has no fully virtualised domains', () => {
  assert.deepEqual(architectureOf('builder = "hvm"\ndtdev = []\n'), ['x86', undefined]);
});

test('without a type an Arm domain is PVH', () => {
  assert.equal(analyze(`${HEAD}tee = "optee"\n`, OPEN).model.domainType, 'pvh');
});
