/** `check --show-config`: each setting with where it comes from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

const PROJECT = `{
  "xen": "4.14",
  "rules": { "unknown-option": "error", "octal-number": "off" },
  "allowOptions": ["ours"],
  "overrides": [
    { "files": ["z/**"], "xen": "4.9" },
    { "files": ["a/**"], "xen": "4.15", "rules": { "unknown-option": "hint" }, "allowOptions": ["theirs"] }
  ]
}`;

async function show(args: readonly string[], text: string): Promise<string> {
  const { output, errors } = await runCli(['check', '--show-config', ...args, 'a/b.cfg'], { 'a/b.cfg': text, '.xlcfg.json': PROJECT });
  assert.equal(errors, '');
  return output;
}

test('later places overrule earlier ones, and lists add up', async () => {
  assert.equal(
    await show([], 'name = "a"\n'),
    `a/b.cfg
  xen: 4.15 (.xlcfg.json, overrides[1])
  arch: x86 (default)
  migration: report (default)
  rules.unknown-option: hint (.xlcfg.json, overrides[1])
  rules.octal-number: off (.xlcfg.json)
  allowOptions: ours (.xlcfg.json)
  allowOptions: theirs (.xlcfg.json, overrides[1])
`,
  );
});

test('flags overrule the project, and comments all', async () => {
  assert.match(await show(['--xen', '4.17'], 'name = "a"\n'), /^ {2}xen: 4\.17 \(--xen\)$/m);
  const commented = await show(['--xen', '4.17'], '\n# xlcfg: xen=4.18 migration=never fragment\n');
  assert.match(commented, /^ {2}xen: 4\.18 \(comment on line 2\)$/m);
  assert.match(commented, /^ {2}migration: never \(comment on line 2\)$/m);
  assert.match(commented, /^ {2}fragment: true \(comment on line 2\)$/m);
  assert.match(await show([], '# xlcfg: xen=1.0\n'), /^ {2}xen: 4\.15 /m, 'a comment that says nothing');
});

test('the options of a config can say the architecture', async () => {
  assert.match(await show([], 'name = "a"\ngic_version = "v3"\n'), /^ {2}arch: arm \(what the config sets\)$/m);
});

test('JSON has the same', async () => {
  const { files } = JSON.parse(await show(['--format', 'json'], '')) as {
    readonly files: readonly { readonly settings: readonly unknown[] }[];
  };
  assert.deepEqual(files[0]?.settings[0], { key: 'xen', value: '4.15', from: '.xlcfg.json, overrides[1]' });
});

test('a file that cannot be read is exit status 2', async () => {
  assert.equal((await runCli(['check', '--show-config', 'none.cfg'])).status, 2);
});

test('defaults hold where the project says nothing', async () => {
  const defaults = '{ "xen": "4.8", "arch": "arm", "rules": { "octal-number": "error", "duplicate-option": "off" } }';
  const shown = await show(['--defaults', defaults], 'name = "a"\n');
  assert.match(shown, /^ {2}xen: 4\.15 /m);
  assert.match(shown, /^ {2}arch: arm \(--defaults\)$/m);
  assert.match(shown, /^ {2}rules\.octal-number: off \(\.xlcfg\.json\)$/m);
  assert.match(shown, /^ {2}rules\.duplicate-option: off \(--defaults\)$/m);
  const checked = await runCli(['check', '--defaults', defaults, 'c.cfg'], { 'c.cfg': 'name = "a"\nname = "b"\nkernel = "/k"\n' });
  assert.doesNotMatch(checked.output, /duplicate-option/);
});

test('defaults that are none are refused with the first mistake', async () => {
  for (const [defaults, problem] of [
    ['{ "xen": "3.4" }', /xen is not a Xen version/],
    ['[]', /has to hold one object/],
    ['{', /expected|Unexpected|brace|end/i],
  ] as const) {
    const { status, errors } = await runCli(['check', '--defaults', defaults, 'c.cfg'], { 'c.cfg': '' });
    assert.equal(status, 2);
    assert.match(errors, problem);
  }
});
