/** `missing-name`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSettings } from '../../server/src/language-service';
import { analyze, checkFindings, checkFix, countFindings, DEFAULT_SETTINGS } from '../support/check';

test('the fix of missing-name', () => {
  checkFix(
    'missing-name',
    `memory = 512
kernel = "/boot/vmlinuz"
`,
    `name = "domain1"
memory = 512
kernel = "/boot/vmlinuz"
`,
  );
});

test('a misspelt name is one mistake, with one message where it is written', () => {
  checkFindings(`memory = 512
nmae = "web1"
#< missing-name
kernel = "/boot/vmlinuz"
`);
  checkFix('missing-name', 'nmae = "web1"\nkernel = "/k"\n', 'name = "web1"\nkernel = "/k"\n');
});

test('where nothing is said of the missing name, the misspelt one is still unknown', () => {
  checkFindings(`name = "web1"
nmae = "web1"
#< unknown-option
kernel = "/boot/vmlinuz"
`);
  const severities = { 'missing-name': 'off' } as const;
  checkFindings('nmae = "web1"\n#< unknown-option\n', { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, severities } });
});

test("an option of one's own is not taken for the name", () => {
  const rules = { ...DEFAULT_SETTINGS.rules, allowOptions: ['nmae'] };
  checkFindings('memory = 512\n#< missing-name\nnmae = "web1"\nkernel = "/k"\n', { ...DEFAULT_SETTINGS, rules });
});

test('a file that is being written may be empty, but no file that is not', () => {
  const writing: DocumentSettings = { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, isBeingWritten: true } };
  for (const text of ['', '\n\n', '# a domain\n']) {
    assert.equal(countFindings(text, 'missing-name', writing), 0);
    assert.equal(countFindings(text, 'missing-name'), 1);
  }
  assert.deepEqual(
    analyze('na', writing).findings.map(({ ruleId }) => ruleId),
    ['missing-assignment'],
  );
  assert.equal(countFindings('memory = 512\n', 'missing-name', writing), 1);
});
