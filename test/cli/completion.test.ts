/** Completion in real shells, the manual, and what is said of slips of the pen. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SHELLS } from '../../server/src/cli/commands/completion';
import { service } from '../support/check';
import { runProcess, temporaryFolder } from '../support/cli-process';
import { runCli } from '../support/fake-terminal';

const needs = (program: string): { readonly skip: string | false } => ({
  skip: spawnSync(program, ['--version']).error === undefined ? false : `needs ${program}`,
});

async function script(shell: string): Promise<string> {
  return (await runCli(['completion', shell])).output;
}

function run(program: string, args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', timeout: 30_000 });
  assert.equal(status, 0, stderr);
  return stdout;
}

test('bash completes commands, flags, values and rules', needs('bash'), async () => {
  const complete = async (...words: readonly string[]): Promise<readonly string[]> => {
    const setUp = `${await script('bash')}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _xlcfg; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run('bash', ['-c', setUp, 'bash', 'xlcfg', ...words])
      .trim()
      .split('\n');
  };
  assert.deepEqual(await complete('che'), ['check']);
  assert.ok((await complete('')).includes('why'));
  assert.deepEqual(await complete('check', '--format', 's'), ['sarif']);
  assert.deepEqual(await complete('check', 'a.cfg', '--list'), ['--list-files']);
  assert.deepEqual(await complete('rule', 'duplicate-op'), ['duplicate-option']);
  assert.deepEqual(await complete('upgrade', '--from', '4.21'), ['4.21']);
  assert.deepEqual(await complete('check', ''), [''], 'bash itself completes files');
  assert.deepEqual(await complete('check', '--config', ''), ['']);
});

test('fish completes the same', needs('fish'), async () => {
  const path = join(temporaryFolder(), 'xlcfg.fish');
  writeFileSync(path, await script('fish'));
  const complete = (line: string): readonly string[] =>
    run('fish', ['--no-config', '-c', `source ${path}; complete -C '${line}'`])
      .trim()
      .split('\n')
      .map((each) => each.split('\t')[0] ?? '');
  assert.deepEqual(complete('xlcfg che'), ['check']);
  assert.deepEqual(complete('xlcfg check --format s'), ['sarif']);
  assert.deepEqual(complete('xlcfg check --list'), ['--list-files']);
  assert.deepEqual(complete('xlcfg rule duplicate-op'), ['duplicate-option']);
});

test('zsh completes the same', needs('zsh'), async () => {
  const path = join(temporaryFolder(), '_xlcfg');
  writeFileSync(path, await script('zsh'));
  const typed = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=; autoload -Uz compinit; compinit -D -u; source ${path}; bindkey "^I" complete-word; xlcfg() { print -r -- "<$@>" }; print READY'
zpty -r -m z out '*READY*READY*'
zpty -w z $'xlcfg chec\\t --format sa\\t --list\\t'
zpty -w z $'xlcfg rule duplicate-op\\t'
zpty -r -m z out '*<rule*>*'
print -r -- $out`;
  const output = run('zsh', ['-f', '-c', typed]);
  assert.match(output, /<check --format sarif --list-files>/);
  assert.match(output, /<rule duplicate-option>/);
});

test('every shell has a script, and others are refused', async () => {
  for (const shell of SHELLS) assert.match(await script(shell), /xlcfg/);
  assert.equal((await runCli(['completion', 'tcsh'])).status, 2);
});

test('the manual has every command and flag, and is one that man reads', needs('man'), async () => {
  const page = readFileSync('man/xlcfg.1', 'utf8').replaceAll('\\-', '-');
  const { output } = await runCli(['--help']);
  const commands = [...output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name).filter((name) => name !== 'help');
  assert.ok(commands.length > 10);
  for (const command of commands) {
    assert.match(page, new RegExp(`^\\.SS xlcfg ${command}\\b`, 'm'));
    const flags = [...(await runCli([command, '--help'])).output.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)];
    for (const [, flag = ''] of flags) if (flag !== '--help') assert.ok(page.includes(`\\fB${flag}\\fR`), `${command} ${flag}`);
  }
  const { stdout, stderr, status } = spawnSync('man', ['--warnings', '--local-file', 'man/xlcfg.1'], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
  });
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /--severity level\n\s+The\s+least\s+severity\s+to\s+show\b/);
});

test('slips of the pen are told', async () => {
  const errorsOf = async (...args: readonly string[]): Promise<string> => {
    const { status, errors } = await runCli(args);
    assert.equal(status, 2);
    return errors;
  };
  assert.match(await errorsOf('chekc'), /Did you mean check\?/);
  assert.match(await errorsOf('check', '--fromat', 'json'), /Did you mean --format\?/);
  assert.equal(await errorsOf('rule', 'duplicate-optin'), 'There is no rule `duplicate-optin`. Did you mean `duplicate-option`?\n');
  assert.equal(await errorsOf('rule', 'xyzzy'), 'There is no rule `xyzzy`; `xlcfg rules` lists all\n');
});

test('a rule is explained from its page', async () => {
  const { output } = await runCli(['rule', 'duplicate-option']);
  assert.match(output, /^duplicate-option\n\nSeverity: warning · /);
  assert.match(output, /\nReported:\n\n {4}name = "web1"\n/);
  assert.doesNotMatch(output, /```|<!--|\*\*/);
  const markdown = (await runCli(['rule', '--format', 'markdown', 'duplicate-option'])).output;
  assert.match(markdown, /^# duplicate-option\n/);
  assert.match(markdown, /\n```xlcfg bad\n/);
  const { rules } = JSON.parse((await runCli(['rule', '--format', 'json', 'duplicate-option'])).output) as {
    readonly rules: readonly Readonly<Record<string, unknown>>[];
  };
  assert.equal(rules[0]?.['severity'], 'warning');
});

test('every rule has a page that the program finds', () => {
  const folder = temporaryFolder();
  for (const { id } of service.listRules().slice(0, 3)) {
    const { stdout, status } = runProcess(['rule', id], folder);
    assert.equal(status, 0);
    assert.match(stdout, /\nExamples\n/);
  }
});
