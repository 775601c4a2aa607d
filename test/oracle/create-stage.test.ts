/** Errors of the stage `create` against the real libxl: none is false, and few are missed. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyze } from '../support/check';
import { needsRealXl } from '../support/real-xl';
import { type Comparison, compareCreations } from './compare-creation';
import { creationConfig } from './creation-configs';
import { reportComparison } from './creation-report';
import { CASES, FOLDERS, IS_LONG_RUN, SEED } from './run-size';

/** The part of refused configs that may go unnoticed. */
const MISSED_PART = 0.01;

async function expectAgreement(comparison: Comparison): Promise<void> {
  const report = await reportComparison(comparison);
  if (IS_LONG_RUN) process.stdout.write(report);
  const { refused, disagreements } = comparison;
  const missed = disagreements.filter(({ fault }) => fault === 'miss').length;
  assert.equal(disagreements.length, missed, report);
  assert.ok(missed <= refused * MISSED_PART, report);
}

test('libxl refuses to create what has an error, and nothing else', needsRealXl, async () => {
  const comparison = await compareCreations(fc.sample(creationConfig, { numRuns: CASES, seed: SEED }));
  await expectAgreement(comparison);
  assert.ok(comparison.created > CASES / 5 && comparison.refused > CASES / 5, 'the cases are one-sided');
});

async function compareFolder(path: string): Promise<Comparison> {
  const texts = readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
  // Templates are never shown to xl before their placeholders are filled in.
  const configs = texts.filter((text) => analyze(text).model.fileKind !== 'template');
  return compareCreations(configs.map((text) => text.replace(/^# xlcfg: .*/gm, '#')));
}

for (const folder of FOLDERS) {
  test('libxl creates the files of a folder that have no error', needsRealXl, async () => {
    await expectAgreement(await compareFolder(folder));
  });
}
