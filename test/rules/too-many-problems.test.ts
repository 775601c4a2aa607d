/** `too-many-problems`: what is shown of very many findings, and that none is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Severity } from '../../server/src/language-service';
import { analyze, countFindings, DEFAULT_SETTINGS, service } from '../support/check';

const HEAD = 'name = "web1"\nkernel = "/boot/vmlinuz"\n';

function shown(text: string): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of analyze(text).findings) counts[severity] += 1;
  return counts;
}

/** Different names, so that each line has one finding. */
const unknown = (count: number): string => Array.from({ length: count }, (_, index) => `zq${'x'.repeat(index % 7)}${index} = 1\n`).join('');

test('too-many-problems says how many findings are not shown', () => {
  const text = HEAD + unknown(1500);
  const { findings, counts } = analyze(text);
  assert.equal(findings.length, 1001);
  const total = findings.find(({ ruleId }) => ruleId === 'too-many-problems');
  assert.equal(total?.message, '… 500 more problems of this file are not shown');
  assert.ok(text.slice(total.range.start, total.range.end).endsWith('1000'));
  assert.equal(counts.warning, 1500);
});

test('errors come before warnings, wherever they stand', () => {
  const text = `${HEAD}${unknown(1500)}vcpus = = 1\nmemory = x\n`;
  assert.deepEqual(shown(text), { error: 2, warning: 998, information: 1, hint: 0 });
});

test('too-many-problems keeps quiet about a thousand', () => {
  assert.equal(countFindings(HEAD + unknown(1000), 'too-many-problems'), 0);
  assert.equal(countFindings(HEAD + unknown(1001), 'too-many-problems'), 1);
});

test('what xl refuses is refused, also where it is not among the findings that are shown', () => {
  const disks = Array.from({ length: 1500 }, () => `"vdev=xvda,target=/a"`).join(', ');
  const analysis = analyze(`${HEAD}disk = [ ${disks} ]\nname = = 1\n`);
  assert.ok(analysis.isRefused);
  assert.equal(service.explain(analysis), undefined);
});

test('all are fixed, not only those that are shown', () => {
  const fixed = service.fixAll(`name = "a"\nkernel = "/k"\n${'memory = 512\n'.repeat(1500)}`, DEFAULT_SETTINGS);
  assert.equal(fixed, 'name = "a"\nkernel = "/k"\nmemory = 512\n');
});
