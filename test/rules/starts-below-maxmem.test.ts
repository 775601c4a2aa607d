/** `starts-below-maxmem`, beside the examples of its page. */
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { analyze } from '../support/check';

function severitiesOf(settings: string): readonly string[] {
  const { findings } = analyze(`type = "hvm"\nname = "d"\nmemory = 1024\nmaxmem = 2048\n${settings}\n`);
  return findings.filter(({ ruleId }) => ruleId === 'starts-below-maxmem').map(({ severity }) => severity);
}

test('an installer weighs more than a system that is there', () => {
  const disc = 'disk = ["/srv/a.iso,raw,hdc,cdrom"]';
  assert.deepEqual(severitiesOf(`boot = "dc"\n${disc}`), ['information']);
  assert.deepEqual(severitiesOf(`boot = "cd"\n${disc}`), ['hint']);
  assert.deepEqual(severitiesOf('boot = "d"\ndisk = [",,hdc,cdrom"]'), ['hint']);
  assert.deepEqual(severitiesOf('memory = 2048'), []);
  assert.deepEqual(severitiesOf('type = "pvh"\nkernel = "/k"'), []);
});
