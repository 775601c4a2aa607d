/** Network interfaces: addresses, rates, and what xl makes of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeMac, readMac } from '../../server/src/specs/vif/mac';
import { readRate } from '../../server/src/specs/vif/rate';
import { checkFindings, checkFix, completionsAt, messagesOf } from '../support/check';

const HEAD = 'name = "a"\nkernel = "/k"\n';

test('addresses as xl reads them', () => {
  assert.deepEqual(readMac('00:16:3E:a0:0:8'), { stored: '00:16:3e:a0:00:08', byteCount: 6, isComplete: true });
  assert.deepEqual(readMac('00-16-3e-01-02-03'), { stored: '00:16:3e:01:02:03', byteCount: 6, isComplete: true });
  assert.deepEqual(readMac('00:16:3e:XX:XX:XX'), { stored: '00:16:3e:00:00:00', byteCount: 3, isComplete: false });
  assert.equal(readMac('00:16:3e:100:00:00').isComplete, false);
});

test('a fresh address is one for Xen guests, and differs from config to config', () => {
  assert.match(makeMac('a'), /^00:16:3e:[0-7][0-9a-f]:[0-9a-f]{2}:[0-9a-f]{2}$/);
  assert.notEqual(makeMac('name = "a"'), makeMac('name = "b"'));
  assert.match(completionsAt('vif = [ "mac=$0" ]\n')[0] ?? '', /^00:16:3e:/);
});

test('rates as xl reads them', () => {
  for (const right of ['10Mb/s', '1GB/s@20ms', '5Kb/s@50000us', '010KB/s', '1b/s@1']) assert.ok(readRate(right), right);
  for (const wrong of ['10', '', '0Mb/s', '10mb/s', '5Mb/s@', '5Mb/s@9999s', '99999999999b/s', '08Mb/s'])
    assert.ok(!readRate(wrong), wrong);
});

test('a placeholder is told with what becomes of it, and can be given an address', () => {
  const text = `${HEAD}vif = [ "mac=00:16:3e:XX:XX:XX" ]\n`;
  assert.deepEqual(messagesOf(text, 'misread-device-value'), ['xl cannot read all of this address and makes it 00:16:3e:00:00:00']);
});

test('addresses that are read as anybody would read them are fine', () => {
  checkFindings(`${HEAD}vif = [ "mac=00:16:3e:a0:0:8", "mac=d6-ea-ad-aa-a3-db" ]\n`);
});

test('a missing comma', () => {
  const text = `${HEAD}vif = [ "gatewaydev=wm0 type=ioemu" ]\n`;
  checkFix('misread-device-value', text, `${HEAD}vif = [ "gatewaydev=wm0,type=ioemu" ]\n`);
});
