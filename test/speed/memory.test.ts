/** What is remembered of a document from keystroke to keystroke does not keep its old versions in memory. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { NO_FACTS } from '../../server/src/language-service';
import { DEFAULT_SETTINGS, service } from '../support/check';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

function heldBytes(): number {
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}

/** Until the functions are compiled. */
const WARM_UP = 20;
const EDITS = 50;

test('a line that was edited does not hold on to the text that it was edited in', () => {
  const lines = Array.from({ length: 3000 }, (_, index) => `disk += [ "/dev/vg0/volume${index},raw,xvda${index},rw" ]`);
  const textOf = (): string => Buffer.from(lines.join('\n')).toString();
  let analysis = service.analyze(textOf(), DEFAULT_SETTINGS);
  let before = 0;
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    if (edit === WARM_UP) before = heldBytes();
    // From the last line up, so that the tree keeps nothing of the earlier ones.
    lines[lines.length - 1 - edit * 40] = `disk += [ "/dev/vg1/changed${edit},raw,xvda${edit},rw" ]`;
    analysis = service.analyze(textOf(), DEFAULT_SETTINGS, NO_FACTS, analysis);
  }
  const texts = (heldBytes() - before) / analysis.model.tree.text.length;
  assert.ok(texts < EDITS / 2, `${texts.toFixed(0)} texts more are in memory`);
});
