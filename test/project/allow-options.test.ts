/** Names are added to a project file, and nothing else in it changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowOptions } from '../../server/src/project/allow-options';

test('a file that is not there yet is made', () => {
  assert.equal(allowOptions(undefined, ['coproc']), '{\n  "allowOptions": [\n    "coproc"\n  ]\n}\n');
});

test('a list that is not there yet is made, and comments stay', () => {
  assert.equal(
    allowOptions('// ours\n{\n  "xen": "4.20"\n}\n', ['coproc']),
    '// ours\n{\n  "xen": "4.20",\n  "allowOptions": [\n    "coproc"\n  ]\n}\n',
  );
});

test('a list that is there grows by what it lacks', () => {
  assert.equal(
    allowOptions('{\n  "allowOptions": [\n    "vgt", // graphics\n    "scmi"\n  ]\n}\n', ['scmi', 'coproc', 'rproc']),
    '{\n  "allowOptions": [\n    "vgt", // graphics\n    "scmi",\n    "coproc",\n    "rproc"\n  ]\n}\n',
  );
});

test('what is not an object is left alone', () => {
  assert.equal(allowOptions('[]', ['coproc']), undefined);
});
