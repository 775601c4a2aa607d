/** The files of examples/, each with exactly the findings that its comments promise; the snippets, clean. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainText } from '../../server/src/features/snippet';
import { parseProjectFile, settingsFor } from '../../server/src/project/project-file';
import { NOTHING_SAID, resolveSettings } from '../../server/src/project/resolve-settings';
import { OPTIONS } from '../../server/src/options/index';
import { analyze, DEFAULT_SETTINGS } from '../support/check';
import { askXl, needsRealXl } from '../support/real-xl';

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'web1.cfg': [
    '9 unknown-option',
    '12 octal-number',
    '15 duplicate-option',
    '20 conflicting-options',
    '23 option-ignored-for-type',
    '26 wrong-value-type',
    '31 xend-option',
  ],
  'broken.cfg': [
    '3 unquoted-value',
    '5 unterminated-string',
    '6 invalid-number',
    '7 missing-statement-separator',
    '8 invalid-name',
    '9 unknown-escape',
    '10 missing-list-comma',
    '11 refused-value',
    '12 unquoted-value',
    '13 unterminated-list',
    '6 duplicate-option',
  ],
  'windows.cfg': [
    '4 option-deprecated',
    '6 hvmloader-as-kernel',
    '7 option-without-effect',
    '10 maxmem-below-memory',
    '12 maxvcpus-below-vcpus',
    '20 wrong-value-type',
    '21 wrong-value-type',
    '22 deprecated-value-form',
    '23 refused-value',
    '27 vnc-display-given-twice',
  ],
  'devices.cfg': [
    '9 deprecated-device-form',
    '11 duplicate-vdev',
    '12 refused-device-value',
    '17 misread-device-value',
    '19 ignored-device-key',
    '23 misread-device-value',
    '23 pci-blocks-migration',
    '25 host-usb-device-stays',
    '25 misread-device-value',
    '27 missing-device-key',
  ],
  'gateway.cfg': [],
  'sensor.cfg': [],
};

const project = parseProjectFile(readFileSync('examples/.xlcfg.json', 'utf8'));

for (const [file, expected] of Object.entries(EXPECTED)) {
  test(`examples/${file}`, () => {
    const text = readFileSync(`examples/${file}`, 'utf8');
    const { findings } = analyze(text, resolveSettings(settingsFor(project, file), NOTHING_SAID, NOTHING_SAID));
    const actual = findings.map(({ ruleId, range }) => `${text.slice(0, range.start).split('\n').length} ${ruleId}`);
    assert.deepEqual([...actual].sort(), [...expected].sort());
  });

  test(`the real xl on examples/${file}`, needsRealXl, () => {
    const text = readFileSync(`examples/${file}`, 'utf8');
    const { findings } = analyze(text, { ...DEFAULT_SETTINGS, target: { xen: '4.17', arch: 'x86' } });
    const isRefused = findings.some(({ severity, stage }) => severity === 'error' && stage === 'parse');
    assert.equal(askXl(text).status !== 0, isRefused);
  });
}

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync('snippets/xlcfg.code-snippets', 'utf8')) as Readonly<Record<string, Snippet>>;

for (const [name, { body }] of Object.entries(snippets)) {
  const text = plainText(body.join('\n'));

  test(`the snippet ${name} is clean`, () => {
    assert.deepEqual(analyze(text).findings, []);
  });

  test(`the real xl takes the snippet ${name}`, needsRealXl, () => {
    const { status, messages } = askXl(text);
    assert.equal(status, 0, messages);
  });
}

for (const { name, examples = [] } of OPTIONS) {
  for (const { title, body } of examples) {
    test(`the real xl takes the example ${name}: ${title}`, needsRealXl, () => {
      const { status, messages } = askXl(`type = "hvm"\nname = "d"\nvcpus = 4\nmemory = 2048\n${plainText(body)}\n`);
      assert.equal(status, 0, messages);
    });
  }
}
