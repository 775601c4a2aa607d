/** A rule is switched off in a project file, and nothing else in it changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disableRule } from '../../server/src/project/disable-rule';
import { parseProjectFile } from '../../server/src/project/project-file';

test('a file that is not there yet is made, and says what was wanted', () => {
  const text = disableRule(undefined, 'vdev-gap') ?? '';
  assert.equal(text, '{\n  "rules": {\n    "vdev-gap": "off"\n  }\n}\n');
  assert.deepEqual(parseProjectFile(text).settings.rules, { 'vdev-gap': 'off' });
});

test('a rule joins the others, and comments stay', () => {
  assert.equal(
    disableRule('{\n  // ours\n  "rules": {\n    "python-config": "error" // always\n  }\n}\n', 'vdev-gap'),
    '{\n  // ours\n  "rules": {\n    "vdev-gap": "off",\n    "python-config": "error" // always\n  }\n}\n',
  );
});

test('a rule that has a severity loses it', () => {
  assert.equal(disableRule('{ "rules": { "vdev-gap": "error" } }', 'vdev-gap'), '{ "rules": { "vdev-gap": "off" } }');
});

test('the schema of the file stays in front', () => {
  assert.equal(
    disableRule('{\n  "$schema": "x",\n  "xen": "4.20" // ours\n}\n', 'vdev-gap'),
    '{\n  "$schema": "x",\n  "rules": {\n    "vdev-gap": "off"\n  },\n  "xen": "4.20" // ours\n}\n',
  );
});

test('what has no place for rules is left alone', () => {
  for (const text of ['[]', '{ "rules": [] }']) assert.equal(disableRule(text, 'vdev-gap'), undefined);
});
