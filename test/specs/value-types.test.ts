/** Kinds of values are put together: what holds for a choice holds in an option, in a key and in a list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindings, checkFix, completionsAt, DEFAULT_SETTINGS, messagesOf } from '../support/check';

const OLD = { ...DEFAULT_SETTINGS, target: { xen: '4.8', arch: 'x86' } } as const;
const HEAD = 'type = "hvm"\nname = "a"\n';

test('a value that came later is said to be too new, in an option and in a string', () => {
  const disk = `builder = "hvm"\nname = "a"\ndisk = [ "format=qed, vdev=xvda, target=/a.img" ]\n`;
  assert.deepEqual(messagesOf(disk, 'value-too-new', OLD), ['`qed` is a value of `format` only since Xen 4.9']);
  assert.deepEqual(messagesOf(disk, 'value-too-new'), []);
  checkFindings(`${disk}#                ^^^ value-too-new\n`, OLD);
});

test('a list has the kind of its items', () => {
  const list = `${HEAD}mca_caps = [ "lmce", "lmcf" ]\n`;
  assert.deepEqual(messagesOf(list, 'refused-value'), ['`lmcf` is no value of `mca_caps`; it can be `lmce`']);
  checkFix('refused-value', list, list.replace('lmcf', 'lmce'));
  assert.deepEqual(completionsAt(`${HEAD}mca_caps = [ "$0" ]\n`), ['lmce']);
});
