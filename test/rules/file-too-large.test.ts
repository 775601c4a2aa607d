/** `file-too-large`: the one thing that is said of a text that nobody wrote by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, service } from '../support/check';

const LINE = 'extra = "console=hvc0 console=hvc0"\n';
const LARGE = LINE.repeat(20_000);

test('file-too-large stands alone, and nothing else is made of the text', () => {
  const analysis = analyze(LARGE);
  assert.deepEqual(
    analysis.findings.map(({ ruleId, severity }) => [ruleId, severity]),
    [['file-too-large', 'information']],
  );
  assert.deepEqual(service.symbols(analysis), []);
  assert.deepEqual(service.complete(analysis, LINE.length), []);
  assert.equal(service.hover(analysis, 2), undefined);
  assert.equal(service.explain(analysis), undefined);
  assert.equal(service.reportMigration(analysis).verdict, 'unknown');
});

test('file-too-large keeps quiet about ten thousand lines, which are checked to the last', () => {
  const { findings } = analyze(
    `name = "web1"\nkernel = "/boot/vmlinuz"\n${'# a comment as long as they are\n'.repeat(10_000)}memroy = 1\n`,
  );
  assert.deepEqual(
    findings.map(({ ruleId }) => ruleId),
    ['unknown-option'],
  );
});

test('what xl stores of such a text can still be asked for', () => {
  assert.equal(service.store(LARGE).kind, 'settings');
});
