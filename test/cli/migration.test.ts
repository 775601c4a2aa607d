/** `xlcfg migration`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

const TIED = 'type = "hvm"\nname = "a"\npci = [ "01:00.0" ]\ndisk = [ "format=raw, vdev=xvda, target=/dev/a" ]\nmemory = 512\n';
const CONDITIONAL = 'name = "b"\ntype = "hvm"\npool = "fast"\nmemory = 512\n';
const MOVABLE = 'type = "hvm"\nname = "c"\nmemory = 512\n';

test('the report as JSON', async () => {
  const { status, output } = await runCli(['migration', '--format', 'json', 'a.cfg', 'c.cfg'], { 'a.cfg': TIED, 'c.cfg': MOVABLE });
  assert.equal(status, 0);
  const { version, files } = JSON.parse(output) as {
    version: number;
    files: readonly { verdict: string; reasons: readonly Record<string, unknown>[] }[];
  };
  assert.deepEqual([version, files.map(({ verdict }) => verdict)], [1, ['tied', 'movable']]);
  const [first, second] = files[0]?.reasons ?? [];
  assert.deepEqual([first?.['ruleId'], first?.['strength'], first?.['since']], ['pci-blocks-migration', 'refused', '4.6']);
  assert.deepEqual(first?.['range'], { start: { line: 2, character: 9 }, end: { line: 2, character: 16 } });
  assert.deepEqual(second?.['ruleId'], 'disk-depends-on-target');
  assert.deepEqual(files[1]?.reasons, []);
});

test('a verdict can be demanded', async () => {
  const files = { 'a.cfg': TIED, 'b.cfg': CONDITIONAL, 'c.cfg': MOVABLE };
  const demand = async (verdict: string, path: string) => (await runCli(['migration', '--require', verdict, path], files)).status;
  assert.deepEqual([await demand('movable', 'a.cfg'), await demand('movable', 'b.cfg'), await demand('movable', 'c.cfg')], [1, 1, 0]);
  assert.deepEqual([await demand('conditional', 'a.cfg'), await demand('conditional', 'b.cfg')], [1, 0]);
  assert.equal((await runCli(['migration', 'none.cfg'], files)).status, 2);
});

test('the report as text and as Markdown', async () => {
  const files = { 'a.cfg': TIED };
  const { output: text } = await runCli(['migration', 'a.cfg'], files);
  assert.match(text, /^a\.cfg: tied to this host by PCI devices\n {2}a\.cfg:3:10: refused: /);
  const { output: markdown } = await runCli(['migration', '--format', 'markdown', 'a.cfg'], { 'a.cfg': TIED.replace('"a"', '"<b>*"') });
  assert.match(markdown, /^# Migration report\n\n## `<b>\*` \(`a\.cfg`\)\n\n\*\*Tied to this host by PCI devices\.\*\*/);
  assert.match(markdown, /- \[ \] Line 4: /);
});

test('a project can require domains that move', async () => {
  const files = {
    'web/a.cfg': TIED,
    'db/a.cfg': TIED,
    '.xlcfg.json': '{ "overrides": [{ "files": ["web/**"], "migration": "required" }] }',
  };
  const { status, output } = await runCli(['check', '--format', 'json', 'web/a.cfg', 'db/a.cfg'], files);
  assert.equal(status, 1);
  const checked = JSON.parse(output) as { files: readonly { findings: readonly { ruleId: string; severity: string; stage?: string }[] }[] };
  const pci = checked.files.map(({ findings }) => findings.find(({ ruleId }) => ruleId === 'pci-blocks-migration'));
  assert.deepEqual(
    pci.map((each) => [each?.severity, each?.stage]),
    [
      ['error', 'migrate'],
      ['warning', undefined],
    ],
  );
});
