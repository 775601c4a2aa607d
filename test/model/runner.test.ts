/** The runner: severities, suppressions, and rules that fail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_FACTS } from '../../server/src/facts/host-facts';
import { buildModel } from '../../server/src/model/domain-model';
import { validate } from '../../server/src/validation/validate';
import { defineRule, type Rule } from '../../server/src/linter/rule';
import { DEFAULT_RULE_SETTINGS, runRules } from '../../server/src/linter/run';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { parse } from '../../server/src/syntax/parser';
import { analyze, checkFindings, DEFAULT_SETTINGS } from '../support/check';

const HEAD = 'name = "a"\nkernel = "/k"\n';

function severitiesOf(
  text: string,
  severities: Readonly<Record<string, 'off' | 'hint' | 'error'>>,
): readonly (readonly [string, string, string | undefined])[] {
  const { findings } = analyze(text, { ...DEFAULT_SETTINGS, rules: { severities, allowOptions: [] } });
  return findings.map(({ ruleId, severity, stage }) => [ruleId, severity, stage]);
}

test('a severity is set by rule, and an error then has a stage', () => {
  assert.deepEqual(severitiesOf(`${HEAD}memroy = 1\n`, {}), [['unknown-option', 'warning', undefined]]);
  assert.deepEqual(severitiesOf(`${HEAD}memroy = 1\n`, { 'unknown-option': 'hint' }), [['unknown-option', 'hint', undefined]]);
  assert.deepEqual(severitiesOf(`${HEAD}memroy = 1\n`, { 'unknown-option': 'error' }), [['unknown-option', 'error', 'parse']]);
  assert.deepEqual(severitiesOf(`${HEAD}memroy = 1\n`, { 'unknown-option': 'off' }), []);
});

test('suppressions hold for a line, the next line and the file', () => {
  checkFindings(`${HEAD}memroy = 1 # xlcfg-disable-line unknown-option -- our wrapper reads it\nmemroi = 1\n#< unknown-option\n`);
  checkFindings(`${HEAD}# xlcfg-disable-next-line unknown-option\nmemroy = 1\nmemroi = 1\n#< unknown-option\n`);
  checkFindings(`# xlcfg-disable-file unknown-option, octal-number\n${HEAD}memroy = 1\nmemory = 010\n`);
  checkFindings(`${HEAD}memroy = 1\n# xlcfg-disable-file unknown-option -- of our wrapper\nmemory = 512\nmemroi = 1\n`);
});

test('a suppression hides only the rules that it names, and one that hides nothing is told', () => {
  checkFindings(
    `${HEAD}memroy = 1 # xlcfg-disable-line octal-number\n#< unknown-option\n#                               ^^^^^^^^^^^^ unused-suppression\n`,
  );
});

test('suppressions without rules, or with unknown ones, are told', () => {
  checkFindings(`${HEAD}# xlcfg-disable-file\n#< unknown-directive\n`);
  checkFindings(`${HEAD}# xlcfg-disable-file no-such-rule\n#                    ^^^^^^^^^^^^ unknown-directive\n`);
});

test('a fragment needs neither name nor kernel', () => {
  checkFindings('# xlcfg: fragment\nmemory = 512\n');
});

const failing: Rule = defineRule({
  meta: {
    id: 'failing',
    summary: 'Fails.',
    rationale: 'For the test.',
    category: 'style',
    severity: 'warning',
    fixable: 'never',
    messages: { default: 'never said' },
    evidence: ['none'],
  },
  *check({ model }) {
    if (model.settings.length > 0) throw new Error('broken');
    yield { message: 'default', range: { start: 0, end: 0 } };
  },
});

const counting: Rule = { meta: { ...failing.meta, id: 'counting' }, check: () => [{ message: 'default', range: { start: 0, end: 1 } }] };

test('a rule that fails costs only its own findings', () => {
  const model = validate(buildModel(parse(HEAD), DEFAULT_TARGET));
  const { findings, failures } = runRules([failing, counting], model, NO_FACTS, DEFAULT_RULE_SETTINGS);
  assert.deepEqual(
    findings.map(({ ruleId }) => ruleId),
    ['counting'],
  );
  assert.deepEqual(
    failures.map(({ ruleId }) => ruleId),
    ['failing'],
  );
});
