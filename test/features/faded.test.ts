/** What editors fade can go, and the domain stays the same: what is misspelt or wrong is never faded. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Analysis, Finding } from '../../server/src/language-service';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, REPORTING_SETTINGS, service } from '../support/check';

const EXAMPLES = readdirSync('docs/rules')
  .filter((file) => file !== 'README.md')
  .flatMap((file) => [...readFileSync(`docs/rules/${file}`, 'utf8').matchAll(/^```xlcfg bad[^\n]*\n([^]*?)^```$/gm)])
  .map(([, text = '']) => text.replace(/^#(?: *\^+|<) [a-z-]+$\n?/gm, ''));

/** libxl is told of these, and makes nothing of them. */
const TOLD = new Set(['bootloader-ignored-for-hvm', 'option-ignored-for-arch', 'nic-model-without-emulation']);

/** The text without the statement that a finding fades, or without the words that it fades. */
function without({ model }: Analysis, { range }: Finding): string {
  const statement = model.settings.find((setting) => setting.range.start <= range.start && range.end <= setting.range.end);
  return applyEdits(model.tree.text, [{ range: statement?.range ?? range, newText: '' }]);
}

test('without what is faded the domain is the same', () => {
  const seen = new Set<string>();
  for (const text of EXAMPLES) {
    const analysis = analyze(text, REPORTING_SETTINGS);
    const domain = service.explain(analysis);
    if (domain === undefined) continue;
    for (const finding of analysis.findings.filter(({ tag, ruleId }) => tag === 'unnecessary' && !TOLD.has(ruleId))) {
      seen.add(finding.ruleId);
      const after = service.explain(analyze(without(analysis, finding), REPORTING_SETTINGS));
      assert.deepEqual(after, domain, `${finding.ruleId} in ${text}`);
    }
  }
  assert.ok(seen.size >= 8, [...seen].join(' '));
});

test('a name that was meant for something stays as it is', () => {
  const text =
    'name = "a"\nmemory = 512\nkernel = "/k"\nmemroy = 1\nvncviewr = 1\nvif_other_config = 1\nbuilder = "hvm"\n# xlcfg: xen=4.9\ndm_restrict = 1\n';
  const faded = analyze(text, REPORTING_SETTINGS).findings.filter(({ ruleId }) => ['unknown-option', 'option-too-new'].includes(ruleId));
  assert.ok(faded.length >= 2);
  for (const { ruleId, tag } of faded) assert.equal(tag, undefined, ruleId);
});
