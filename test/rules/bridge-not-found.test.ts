/** `bridge-not-found`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { messagesOf } from '../support/check';

import { NO_FACTS } from '../../server/src/facts/host-facts';

function found(vif: string): number {
  return messagesOf(`name = "d"\nmemory = 512\ntype = "hvm"\nvif = ["${vif}"]\n`, 'bridge-not-found').length;
}

test('only what the usual script looks for in dom0 is missed', () => {
  assert.equal(found('bridge=no-such-bridge'), 1);
  assert.equal(found('bridge=no-such-bridge,script=vif-openvswitch'), 0);
  assert.equal(found('bridge=no-such-bridge,backend=net'), 0);
  assert.equal(found('bridge=no-such-bridge,backend=0'), 1);
  assert.equal(found('bridge=nobody-looked'), 0);
  assert.equal(NO_FACTS.places.size, 0);
});
