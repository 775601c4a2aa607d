/** Every rule has its page. Pages are in form, and their examples are tests: carets mark every finding of the bad ones. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PROBLEM_RULES } from '../../server/src/linter/problem-rules';
import { RULES } from '../../server/src/rules/index';
import type { DocumentSettings } from '../../server/src/language-service';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, checkFindings, countFindings, DEFAULT_SETTINGS, REPORTING_SETTINGS } from '../support/check';
import type { RuleMeta } from '../../server/src/linter/rule';
import { FULL_HOST, SAMPLE_NEIGHBOURS, settingsBeside } from '../support/sample-neighbours';
import { readMarks } from '../support/marks';

const HEADINGS = ['What it reports', 'Why', 'Examples', 'Fix', 'When to turn it off'];

interface Example {
  readonly kind: 'bad' | 'good';
  readonly text: string;
  /** It is shown once and stands many times in the text, where carets would say little. */
  readonly isRepeated: boolean;
}

/** The examples of a page; some texts can only be shown with escapes, without their last newline, or once where they are repeated. */
function examplesOf(page: string): readonly Example[] {
  return [...page.matchAll(/^```xlcfg (bad|good)([^\n]*)\n([^]*?)^```$/gm)].map(([, kind, flags = '', shown = '']) => {
    const source = shown.repeat(Number(/ (\d+)-times/.exec(flags)?.[1] ?? 1));
    const escaped = flags.includes('escaped') ? source.replace(/\\r/g, '\r').replace(/\\ufeff/g, '\ufeff').replace(/\\0/g, '\0') : source;
    return {
      kind: kind === 'bad' ? 'bad' : 'good',
      text: flags.includes('no-final-newline') ? escaped.trimEnd() : escaped,
      isRepeated: source !== shown,
    };
  });
}

test('every rule has the name of its file, or is a kind of problem', () => {
  const files = readdirSync('server/src/rules').filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  assert.deepEqual(
    [...files.map((file) => file.replace(/\.ts$/, '')), ...PROBLEM_RULES.map(({ meta }) => meta.id)].sort(),
    RULES.map(({ meta }) => meta.id),
  );
});

/** No fix leaves a syntax problem that was not there. */
function checkFixes(id: string, text: string, settings: DocumentSettings): void {
  const { findings, model } = analyze(text, settings);
  const known = new Set(model.tree.problems.map(({ code }) => code));
  for (const { title, edits } of findings.filter(({ ruleId }) => ruleId === id).flatMap(({ fixes }) => fixes)) {
    const fixed = applyEdits(text, edits);
    const caused = analyze(fixed, settings).model.tree.problems.filter(({ code }) => !known.has(code));
    assert.deepEqual(caused, [], `${title}: ${fixed}`);
  }
}

function settingsFor({ id, isAboutNeighbours, migration }: RuleMeta, kind: Example['kind']): DocumentSettings {
  if (isAboutNeighbours === true) return settingsBeside(id === 'host-memory-exceeded' && kind === 'bad' ? FULL_HOST : SAMPLE_NEIGHBOURS);
  return migration === undefined ? DEFAULT_SETTINGS : REPORTING_SETTINGS;
}

for (const { meta } of RULES) {
  test(`the page of ${meta.id}`, () => {
    const page = readFileSync(`docs/rules/${meta.id}.md`, 'utf8');
    assert.deepEqual([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading), HEADINGS);
    for (const { kind, text: example, isRepeated } of examplesOf(page)) {
      const settings = settingsFor(meta, kind);
      if (isRepeated) {
        assert.ok(countFindings(example, meta.id, settings) > 0);
        continue;
      }
      const { text, marks } = readMarks(example);
      assert.equal(
        kind === 'bad',
        marks.some(({ label }) => label === meta.id),
        example,
      );
      checkFindings(example, settings);
      checkFixes(meta.id, text, settings);
    }
    assert.ok(examplesOf(page).some(({ kind }) => kind === 'good'));
  });

  test(`the declaration of ${meta.id}`, () => {
    assert.match(meta.id, /^[a-z][a-z0-9-]+$/);
    assert.match(meta.summary, /^[A-Z].*\.$/);
    assert.match(meta.rationale, /\.$/);
    assert.equal(meta.severity === 'error', meta.stage !== undefined, 'errors, and only they, have a stage');
    assert.ok(meta.evidence.length > 0);
    for (const message of Object.values(meta.messages)) assert.doesNotMatch(message, /\.$/);
  });
}
