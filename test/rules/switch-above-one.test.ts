/** `switch-above-one`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf } from '../support/check';

test('0, 1 and what is not a number are left alone, as is what xl does not read', () => {
  const said = (line: string, type = 'hvm'): readonly string[] =>
    messagesOf(`name = "a"\ntype = "${type}"\nkernel = "/k"\nmemory = 512\n${line}\n`, 'switch-above-one');
  for (const line of ['hap = 0', 'hap = 1', 'hap = 0x1', 'hap = "on"', 'vcpus = 2']) assert.deepEqual(said(line), [], line);
  assert.deepEqual(said('hap = 2'), ['`hap` is a switch: xl takes 2 for 1']);
  assert.deepEqual(said('usb = 3', 'pv'), []);
});
