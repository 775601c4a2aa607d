/** Safe fixes against the real xl: the domain stays the same, or xl takes a file that it refused. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DocumentSettings } from '../../server/src/language-service';
import { RULES } from '../../server/src/rules/index';
import { type JsonObject, removeAt, setAt, valueAt } from '../../server/src/text/json';
import { DEFAULT_SETTINGS, service } from '../support/check';
import { readDomainExamples } from '../support/domain-examples';
import { readMarks } from '../support/marks';
import { askXl, needsRealXl, REAL_TARGET } from '../support/real-xl';
import { LANGUAGES, settingOf } from './device-settings';
import { dropIncomparable, UNDEFINED_BEHAVIOUR } from './exceptions';
import { config } from './option-configs';
import { CASES, SEED } from './run-size';

const SETTINGS: DocumentSettings = { ...DEFAULT_SETTINGS, target: REAL_TARGET };

const LEGACY_ALTP2M = 'b_info.type.hvm.altp2m';

function comparable(domain: JsonObject | undefined, text: string): JsonObject | undefined {
  if (domain === undefined) return undefined;
  const copy = structuredClone(domain);
  dropIncomparable(copy, text);
  // libxl takes the old switch for the mode "mixed" (libxl_dom.c, hvm_set_conf_params).
  if (valueAt(copy, LEGACY_ALTP2M) === 'True') setAt(copy, 'b_info.altp2m', 'mixed');
  removeAt(copy, LEGACY_ALTP2M);
  return copy;
}

function checkFixes(text: string): void {
  // The judge has one release and one architecture, whatever a text says of itself.
  const plain = text.replace(/^# xlcfg: .*/gm, '#');
  const fixed = service.fixAll(plain, SETTINGS);
  if (fixed === plain) return;
  const before = askXl(plain);
  const after = askXl(fixed);
  if (before.status !== 0) return;
  assert.equal(after.status, 0, `${plain}\n---\n${fixed}\n${after.messages}`);
  assert.deepEqual(comparable(after.domain, fixed), comparable(before.domain, plain), `${plain}\n---\n${fixed}`);
}

test('the safe fixes of the pages and the examples keep the domain', needsRealXl, () => {
  for (const { meta } of RULES) {
    const page = readFileSync(`docs/rules/${meta.id}.md`, 'utf8');
    for (const [, body = ''] of page.matchAll(/^```xlcfg bad\n([^]*?)^```$/gm)) checkFixes(readMarks(body).text);
  }
  for (const text of readDomainExamples()) checkFixes(text);
});

const devices = fc
  .array(fc.constantFrom(...Object.entries(LANGUAGES)), { maxLength: 3 })
  .chain((chosen) => fc.tuple(...chosen.map(([name, language]) => settingOf(name, language).map((setting) => ({ name, setting })))));

/** What people leave behind, and what fixes take away. */
const leftovers = fc.array(
  fc.constantFrom('vncconsole = 1', 'memory = 010', 'memory = 64', 'builder = "hvm"', 'tsc_mode = 1', 'device_model = "x"', 'type = "hv"'),
  { maxLength: 3 },
);

test('safe fixes of mixtures keep the domain', needsRealXl, () => {
  fc.assert(
    fc.property(config, devices, leftovers, (options, settings, lines) => {
      fc.pre(!settings.some(({ name, setting }) => UNDEFINED_BEHAVIOUR[name]?.pattern.test(setting) === true));
      checkFixes([options.trimEnd(), ...settings.map(({ setting }) => setting), ...lines, ''].join('\n'));
    }),
    { seed: SEED, numRuns: CASES },
  );
});
