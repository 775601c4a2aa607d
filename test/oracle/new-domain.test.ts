/** Configs of new domains before the real xl: it takes each, and its libxl creates the domain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '../../server/src/features/snippet';
import { STARTERS } from '../../server/src/features/starter-list';
import { service } from '../support/check';
import { allChoices } from '../support/new-domains';
import { askForCreations } from '../support/real-creation';
import { askXl, needsRealXl, REAL_TARGET } from '../support/real-xl';

/** Each config that choices lead to, once. */
function makeConfigs(): readonly string[] {
  const made = allChoices('x86')
    .map((answers) => service.newDomain(answers, REAL_TARGET))
    .filter(({ problems }) => problems.length === 0);
  // The judge has one architecture, which is that of all of them.
  return [...new Set(made.map(({ text }) => text))];
}

const CONFIGS = makeConfigs();

test('xl takes every config, and says nothing about it', needsRealXl, () => {
  assert.ok(CONFIGS.length > 60, String(CONFIGS.length));
  for (const text of CONFIGS) {
    const { status, messages } = askXl(text);
    assert.deepEqual([status, messages], [0, ''], text);
  }
});

test('libxl creates every domain', needsRealXl, async () => {
  const creations = await askForCreations(CONFIGS);
  for (const [index, { outcome, messages }] of creations.entries()) {
    assert.deepEqual([outcome, messages], ['created', []], CONFIGS[index]);
  }
});

test('libxl creates the domain of every starter that it can judge', needsRealXl, async () => {
  const texts = STARTERS.map(({ body }) => plainText(body)).filter((text) => !text.includes('arch=arm'));
  assert.ok(texts.length > 10);
  const creations = await askForCreations(texts);
  for (const [index, { outcome, messages }] of creations.entries()) {
    assert.deepEqual([outcome, messages], ['created', []], texts[index]);
  }
});
