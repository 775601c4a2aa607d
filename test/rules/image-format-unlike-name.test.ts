/** `image-format-unlike-name`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

function found(disk: string, xen = '4.17'): readonly string[] {
  return messagesOf(`# xlcfg: xen=${xen}\nname = "d"\ntype = "hvm"\ndisk = ["${disk}"]\n`, 'image-format-unlike-name');
}

test('only a format that xl of the release takes is advised', () => {
  assert.match(found('/d/a.qcow2,raw,xvda,w')[0] ?? '', /Write `format=qcow2` if it is one$/);
  for (const name of ['vmdk', 'vdi', 'vhdx'])
    assert.match(found(`/d/a.${name},raw,xvda,w`)[0] ?? '', /which xl does not take\. Convert it if it is one$/);
  assert.match(found('/d/a.qed,raw,xvda,w', '4.9')[0] ?? '', /Write `format=qed`/);
  assert.match(found('/d/a.qed,raw,xvda,w', '4.8')[0] ?? '', /Convert it/);
});
