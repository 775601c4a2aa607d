/** `check --set` beside `xl create FILE 'key=value'`: the same is refused, and the same is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';
import { askXl, needsRealXl } from '../support/real-xl';

const UUID = 'uuid = "00000000-0000-0000-0000-000000000001"\n';
const BASE = 'name = "a"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\n';

const CASES: readonly (readonly [text: string, ...added: string[]])[] = [
  [BASE, 'memory=1024'],
  [BASE.trimEnd(), 'vcpus=2', 'name="b"'],
  [BASE, 'disk=["/dev/a,raw,xvda,rw"]'],
  [BASE, 'extra="a=b c"', 'extra+=" d"'],
  [BASE, 'vcpus=1; memory=256'],
  [BASE, 'on_crash="reboot"'],
  [BASE, 'name=b'],
  [BASE, '=1'],
  [BASE, 'disk=["/dev/a,raw,xvda,rw"', 'vcpus=2'],
  ['name = "a"\ntype = "pvh"\nmemory = 512\nkernel = "/k', 'x"=1'],
  ['type = "pvh"\nmemory = 512\nkernel = "/k"\nvif = [ "bridge=a",', '"bridge=b" ] # a=b', 'name="c"'],
];

for (const [config, ...added] of CASES) {
  // Two runs would make up two.
  const text = `${UUID}${config}`;
  test(`xl create with ${added.join(' and ')}`, needsRealXl, async () => {
    const answer = askXl(text, added);
    const flags = added.flatMap((line) => ['--set', line]);
    const { output, status } = await runCli(['check', '--format', 'json', '--xen', '4.17', ...flags, 'a.cfg'], { 'a.cfg': text });
    const isRefused = /"stage": "parse"/.test(output);
    assert.equal(isRefused, answer.status !== 0, `${answer.messages}\n${output}`);
    assert.equal(status, isRefused ? 1 : 0);
    // What is put together so is what xl reads.
    const whole = askXl(`${text}\n${added.map((line) => `${line}\n`).join('')}\n`);
    assert.deepEqual(whole.domain, answer.domain);
  });
}
