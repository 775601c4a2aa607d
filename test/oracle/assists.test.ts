/** Assists that promise the same domain, against the real xl. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ASSISTS } from '../../server/src/features/assists/index';
import type { DocumentSettings } from '../../server/src/language-service';
import type { JsonObject } from '../../server/src/text/json';
import { textRange } from '../../server/src/text/text-range';
import { applyEdits } from '../../server/src/text/text-edit';
import { DEFAULT_SETTINGS, service } from '../support/check';
import { readDomainExamples } from '../support/domain-examples';
import { askXl, needsRealXl, REAL_TARGET } from '../support/real-xl';
import { LANGUAGES, settingOf } from './device-settings';
import { dropIncomparable, UNDEFINED_BEHAVIOUR } from './exceptions';
import { config } from './option-configs';
import { CASES, SEED } from './run-size';

const SETTINGS: DocumentSettings = { ...DEFAULT_SETTINGS, target: REAL_TARGET };

function comparable(domain: JsonObject | undefined, text: string): JsonObject | undefined {
  if (domain === undefined) return undefined;
  const copy = structuredClone(domain);
  dropIncomparable(copy, text);
  return copy;
}

/** The text after each assist that keeps the domain, once at the first place where it is offered; and how many there were. */
function applyAll(text: string): { readonly after: string; readonly count: number } {
  let after = text;
  let count = 0;
  for (const { id } of ASSISTS.filter(({ keepsDomain }) => keepsDomain)) {
    const analysis = service.analyze(after, SETTINGS);
    for (const { range } of analysis.model.tree.tokens) {
      const offered = service.assists(analysis, textRange(range.start, range.start)).find((each) => each.id === id);
      if (offered === undefined) continue;
      after = applyEdits(after, offered.edits);
      count += 1;
      break;
    }
  }
  return { after, count };
}

function check(text: string): number {
  const plain = text.replace(/^# xlcfg: .*/gm, '#');
  const before = askXl(plain);
  if (before.status !== 0) return 0;
  const { after, count } = applyAll(plain);
  const answer = askXl(after);
  assert.equal(answer.status, 0, `${plain}\n---\n${after}\n${answer.messages}`);
  assert.deepEqual(comparable(answer.domain, after), comparable(before.domain, plain), `${plain}\n---\n${after}`);
  return count;
}

test('assists in the examples keep the domain', needsRealXl, () => {
  assert.ok(
    readDomainExamples()
      .map(check)
      .some((count) => count > 2),
  );
});

const devices = fc
  .array(fc.constantFrom(...Object.entries(LANGUAGES)), { maxLength: 2 })
  .chain((chosen) => fc.tuple(...chosen.map(([name, language]) => settingOf(name, language).map((setting) => ({ name, setting })))));
const disks = fc.subarray([
  '"/dev/null,raw,xvda,rw"',
  "'file:/a.iso,hdc:cdrom,r'",
  '"vdev=xvdb, discard, target=/dev/zero"',
  '",raw,hdd:cdrom,r"',
]);
const lines = fc.subarray(['root = "/dev/xvda1 ro"', "extra = 'console=hvc0'", 'extra += " it\'s"', 'vcpus = 2 # two'], { minLength: 1 });

test('assists in mixtures keep the domain', needsRealXl, () => {
  let count = 0;
  fc.assert(
    fc.property(config, devices, disks, lines, (options, settings, chosen, others) => {
      fc.pre(!settings.some(({ name, setting }) => UNDEFINED_BEHAVIOUR[name]?.pattern.test(setting) === true));
      fc.pre(!settings.some(({ name }) => name === 'disk'));
      count += check(
        [options.trimEnd(), ...settings.map(({ setting }) => setting), `disk = [ ${chosen.join(', ')} ]`, ...others, ''].join('\n'),
      );
    }),
    { seed: SEED, numRuns: CASES },
  );
  assert.ok(count > CASES / 4, `only ${count}`);
});
