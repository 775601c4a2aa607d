/** Names are added to a project file, and nothing else in it changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowKey, allowOptions } from '../../server/src/project/allow-options';

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

test('a key of a device string goes where keys of its option are', () => {
  assert.equal(
    allowKey(undefined, 'vif', 'vlan'),
    '{\n  "allow": {\n    "vif": {\n      "keys": [\n        "vlan"\n      ]\n    }\n  }\n}\n',
  );
  const text = '{\n  "allow": {\n    // network\n    "vif": {\n      "keys": [\n        "qos"\n      ]\n    }\n  }\n}\n';
  assert.equal(allowKey(text, 'vif', 'vlan'), text.replace('"qos"', '"qos",\n        "vlan"'));
  assert.equal(allowKey(text, 'vif', 'qos'), text);
});
