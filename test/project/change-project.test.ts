/** Values that are written into a project file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setInProject } from '../../server/src/project/change-project';

const CASES: readonly (readonly [what: string, before: string | undefined, after: string | undefined])[] = [
  ['no file', undefined, '{\n  "xen": "4.17"\n}\n'],
  ['an empty file', ' \n', '{\n  "xen": "4.17"\n}\n'],
  ['another value, among comments', '{\n  // why\n  "xen": "4.9" /* old */\n}\n', '{\n  // why\n  "xen": "4.17" /* old */\n}\n'],
  ['no value yet', '{\n  "rules": {} // none\n}\n', '{\n  "rules": {},\n  "xen": "4.17" // none\n}\n'],
  ['a list', '[]', undefined],
  ['no JSON', 'xen', undefined],
];

for (const [what, before, after] of CASES) {
  test(`a value is written where there is ${what}`, () => {
    assert.equal(setInProject(before, { xen: '4.17' }), after);
  });
}
