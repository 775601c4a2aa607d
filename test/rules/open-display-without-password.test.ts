/** `open-display-without-password`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

const OPEN = 'Anyone on the network can use this display: it listens on all addresses and has no password';

function found(settings: string): readonly string[] {
  return messagesOf(`name = "d"\n${settings}\n`, 'open-display-without-password');
}

test('an empty address is open, and so is one of the network', () => {
  for (const listen of ['', '0.0.0.0:1', ':1', '[::]:1']) assert.deepEqual(found(`type = "hvm"\nvnclisten = "${listen}"`), [OPEN]);
  assert.deepEqual(found('type = "hvm"\nvnclisten = "192.168.1.3"\nvncpasswd = ""'), [
    'Anyone who can reach 192.168.1.3 can use this display: it has no password',
  ]);
  for (const listen of ['127.0.0.1', '127.0.0.2:1', 'localhost', '[::1]:1']) {
    assert.deepEqual(found(`type = "hvm"\nvnclisten = "${listen}"`), []);
  }
  assert.deepEqual(found('type = "hvm"\nvnclisten = ""\nvncpasswd = "x"'), []);
});

test('the framebuffer of a PV domain counts, and the top level beside it does not', () => {
  const pv = 'type = "pv"\nkernel = "/k"\n';
  assert.deepEqual(found(`${pv}vfb = ["vnc=1,vnclisten=0.0.0.0"]`), [OPEN]);
  assert.deepEqual(found(`${pv}vfb = ["vnc=1,vnclisten=0.0.0.0,vncpasswd=x"]`), []);
  assert.deepEqual(found(`${pv}vfb = ["vnc=0,vnclisten=0.0.0.0"]`), []);
  assert.deepEqual(found(`${pv}vfb = ["vnc=1"]\nvnc = 1\nvnclisten = "0.0.0.0"`), []);
});

test('SPICE without tickets listens everywhere unless it is told where', () => {
  const spice = 'type = "hvm"\nspice = 1\nspiceport = 6000\nspicedisable_ticketing = 1\n';
  assert.deepEqual(found(spice), [OPEN]);
  assert.deepEqual(found(`${spice}spicehost = "127.0.0.1"`), []);
  assert.deepEqual(found(`${spice}spicedisable_ticketing = 0\nspicepasswd = "x"`), []);
  assert.equal(found(`${spice}vnclisten = "0.0.0.0"`).length, 1);
});
