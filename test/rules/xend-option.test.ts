/** `xend-option`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, checkFix, DEFAULT_SETTINGS } from '../support/check';

test('the fix of xend-option', () => {
  checkFix(
    'xend-option',
    `name = "web1"
kernel = "/boot/vmlinuz"
vncconsole = 1
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});

test('a name weighs what its loss does', () => {
  const text = 'name = "web1"\nkernel = "/boot/vmlinuz"\ncpu_cap = 50\nip = "10.0.0.2"\nparallel = "none"\n';
  assert.deepEqual(
    analyze(text).findings.map(({ severity }) => severity),
    ['warning', 'information', 'hint'],
  );
});

test('what a project says of the rule holds for all of them', () => {
  const { findings } = analyze('name = "web1"\nkernel = "/boot/vmlinuz"\nparallel = "none"\n', {
    ...DEFAULT_SETTINGS,
    rules: { ...DEFAULT_SETTINGS.rules, severities: { 'xend-option': 'error' } },
  });
  assert.deepEqual(
    findings.map(({ severity }) => severity),
    ['error'],
  );
});
