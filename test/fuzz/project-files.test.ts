/** Whatever stands in a project file: what is right in it counts, the rest has a place, and nothing throws or takes long. */
import { sayInEnglish } from '../../server/src/messages/say';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseProjectFile, settingsFor } from '../../server/src/project/project-file';
import { damaged, DAMAGES } from '../support/damaged-configs';
import { fuzzRuns } from '../support/fuzz-size';
import { PROJECT_FILES } from './kept-inputs';

const RIGHT = JSON.stringify(
  {
    xen: '4.17',
    arch: 'x86',
    rules: { 'unknown-option': 'error' },
    allow: { options: ['x'], vif: { keys: ['qos'], values: { type: ['our'] } } },
    extends: 'x.json',
    fragments: ['*.part'],
    assemble: [{ files: ['a.cfg', 'b/*.cfg'] }],
    allowOptions: ['x_vendor'],
    roots: { '/boot': 'boot' },
    migration: 'required',
    overrides: [{ files: ['edge/**', '!a/*.{cfg,xl}'], xen: '4.6', rules: { 'duplicate-option': 'off' } }],
  },
  undefined,
  2,
);
const KEYS = [
  'xen',
  'arch',
  'rules',
  'overrides',
  'files',
  'roots',
  'allowOptions',
  'migration',
  'allow',
  'options',
  'vif',
  'keys',
  'values',
  'extends',
  'fragments',
  'assemble',
  '__proto__',
  'constructor',
  '',
];
const GLOBS = fc.array(fc.constantFrom('*', '**', '/', '?', '[', ']', '{', ',', '}', '!', '\\', 'a', '.', '(', '|', ')'), {
  maxLength: 12,
});

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('4.17', 'arm', 'off', 'error', 'required', '', 'x86'),
    GLOBS.map((signs) => signs.join('')),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 5, noNullPrototype: false }),
  ),
}));

const file: fc.Arbitrary<string> = fc.oneof(
  tree.map((value) => JSON.stringify(value)),
  fc.tuple(fc.constant(RIGHT), DAMAGES).map(([text, damages]) => damaged(text, damages)),
  fc.string({ maxLength: 40, unit: 'binary' }),
);

test('any text is read as a project file', () => {
  fc.assert(
    fc.property(file, fc.constantFrom('a.cfg', 'edge/x/a.cfg', 'a/b.xl', ''), (text, path) => {
      const project = parseProjectFile(text);
      for (const { range, message } of project.problems) {
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, message.template);
        assert.notEqual(sayInEnglish(message), '');
      }
      settingsFor(project, path);
      assert.equal(Object.hasOwn(Object.prototype, 'xen'), false);
    }),
    { ...fuzzRuns(1500), examples: PROJECT_FILES.map((text): [string, string] => [text, 'a.cfg']) },
  );
});

test('the file without damage has no problems', () => {
  assert.deepEqual(parseProjectFile(RIGHT).problems, []);
});
