/** `deprecated-device-form`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, checkFix } from '../support/check';

test('the fix of deprecated-device-form', () => {
  checkFix(
    'deprecated-device-form',
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'phy:/dev/vg/web1,xvda,w' ]
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'format=raw, vdev=xvda, access=rw, target=/dev/vg/web1' ]
`,
  );
});

test('several old disks are one finding, and one fix', () => {
  const before = `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'phy:/dev/vg/a,xvda,w', 'phy:/dev/vg/b,xvdb,r' ]
disk += [ 'phy:/dev/vg/c,xvdc,w' ]
`;
  const [finding, ...others] = analyze(before).findings.filter(({ ruleId }) => ruleId === 'deprecated-device-form');
  assert.deepEqual([finding?.related.length, others.length], [2, 0]);
  assert.deepEqual(
    finding?.fixes.map(({ title, safety }) => `${title}, ${safety}`),
    ['Rewrite all 3, safe'],
  );
  checkFix(
    'deprecated-device-form',
    before,
    `name = "web1"
kernel = "/boot/vmlinuz"
disk = [ 'format=raw, vdev=xvda, access=rw, target=/dev/vg/a', 'format=raw, vdev=xvdb, access=ro, target=/dev/vg/b' ]
disk += [ 'format=raw, vdev=xvdc, access=rw, target=/dev/vg/c' ]
`,
  );
});
