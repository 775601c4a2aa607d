/** Verdicts on made-up kernel images against Xen's own builder: no image that it takes is said not to boot, and few others are missed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesSource } from '../../server/src/kernel/byte-source';
import { type ImageReport, inspectImage } from '../../server/src/kernel/inspect';
import { judgePv, judgePvh, type Verdict } from '../../server/src/kernel/judge';
import { sayInEnglish } from '../../server/src/messages/say';
import { needsCompressors } from '../support/compressors';
import { nodeCodecs } from '../support/node-codecs';
import { askBuilder, type BuilderAnswer } from '../support/real-builder';
import { needsRealXl } from '../support/real-xl';
import { madeUpImage } from './kernel/image-recipes';
import { CASES, IS_LONG_RUN, SEED } from './run-size';

/** The part of refused images that may be taken for right ones. */
const MISSED_PART = 0.01;
/** The release of the builder. */
const MINOR = 17;

interface Tally {
  taken: number;
  refused: number;
  /** About these the project says nothing certain. */
  unclear: number;
  readonly falseRefusals: string[];
  readonly misses: string[];
}

function compare(tally: Tally, recipe: string, verdict: Verdict, answer: BuilderAnswer): void {
  if (answer.boots) tally.taken += 1;
  else tally.refused += 1;
  if (verdict.boots === null) tally.unclear += 1;
  const reason = verdict.reason === undefined ? '' : sayInEnglish(verdict.reason);
  if (answer.boots && verdict.boots === false) tally.falseRefusals.push(`${reason}\n    ${recipe}`);
  if (!answer.boots && verdict.boots === true) tally.misses.push(`${answer.report}\n    ${recipe}`);
}

function describe({ taken, refused, unclear, falseRefusals, misses }: Tally): string {
  const figures = `The builder takes ${taken} and refuses ${refused}; ${unclear} are unclear.`;
  const list = (title: string, lines: readonly string[]): string => [`${title}: ${lines.length}`, ...lines].join('\n  ');
  return `${figures}\n${list('Said not to boot', falseRefusals)}\n${list('Said to boot', misses)}\n`;
}

const needsBuilder = needsRealXl.skip === false ? needsCompressors : needsRealXl;

test('what is said not to boot is refused by the builder', needsBuilder, async () => {
  const images = fc.sample(madeUpImage, { numRuns: CASES, seed: SEED });
  const answers = askBuilder(images.map(({ bytes }) => bytes));
  const codecs = await nodeCodecs;
  const tally: Tally = { taken: 0, refused: 0, unclear: 0, falseRefusals: [], misses: [] };
  for (const [index, { recipe, bytes }] of images.entries()) {
    const report: ImageReport = inspectImage(bytesSource(bytes), codecs);
    const answer = answers[index];
    assert.ok(answer !== undefined);
    compare(tally, recipe, judgePv(report, MINOR), answer.pv);
    compare(tally, recipe, judgePvh(report, MINOR), answer.pvh);
  }
  const figures = describe(tally);
  if (IS_LONG_RUN) process.stdout.write(figures);
  assert.equal(tally.falseRefusals.length, 0, figures);
  assert.ok(tally.misses.length <= tally.refused * MISSED_PART, figures);
  assert.ok(tally.taken > CASES / 5 && tally.refused > CASES / 5, 'the images are one-sided');
});
