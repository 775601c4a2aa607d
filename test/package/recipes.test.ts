/** The recipes for CI, hosts and images: each does with a good and a bad config what it promises. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { preparePackagingTools } from '../../scripts/packaging-tools.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import { CLI, type ProcessRun, temporaryFolder } from '../support/cli-process';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const needsShell = { skip: process.platform === 'win32' ? 'the recipes are for shells' : false } as const;
const needsTools = { skip: skipReason('programs that recipes are for', preparePackagingTools().problem) } as const;

const GOOD = 'name = "a"\nkernel = "/k"\nmemory = 512\n';
const BAD = 'name = "a"\nkernel = "/k"\nmemory = 512\non_crash = "reboot"\n';

const programs = temporaryFolder();

function writeProgram(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

writeProgram('xlcfg', `exec "${process.execPath}" "${CLI}" "$@"`);
// What is installed is there already; how it is asked for is written down.
writeProgram('npm', `printf '%s\\n' "$@" > "${programs}/npm-arguments"`);

function run(program: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): ProcessRun {
  const path = `${programs}${delimiter}${process.env['PATH'] ?? ''}`;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env: { ...process.env, PATH: path, ...env }, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A folder with such files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function checkoutWith(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  for (const args of [
    ['init', '-q'],
    ['config', 'user.name', 'a'],
    ['config', 'user.email', 'a@localhost'],
    ['add', '-A'],
  ])
    assert.equal(run('git', args, folder).status, 0);
  return folder;
}

const OTHER = { 'setup.cfg': '[metadata]\nname = other\n', 'README.md': '# A page\n' };

test('no recipe has a copy of the version, and none an address of the project but the page', () => {
  const recipes = [
    '.pre-commit-hooks.yaml',
    'action.yml',
    ...readdirSync('packaging', { recursive: true, encoding: 'utf8' }).map((name) => join('packaging', name)),
  ];
  const texts = recipes.filter((path) => /[/\\].*[/\\]|^[.a]/.test(path)).map((path) => readFileSync(path, 'utf8'));
  assert.ok(texts.length > 8);
  for (const text of texts) {
    assert.equal(text.includes(version), false);
    assert.doesNotMatch(text, /https?:|OWNER/);
  }
});

test('what the page shows can be read', () => {
  const page = readFileSync('docs/ci.md', 'utf8');
  const blocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);
  assert.ok(blocks.length >= 5);
  for (const block of blocks) parse(block);
  const named = [...page.matchAll(/`(packaging\/[\w./-]+\w|action\.yml|\.pre-commit-hooks\.yaml)`/g)].map(([, path = '']) => path);
  assert.ok(named.length >= 8);
  for (const path of named) assert.ok(existsSync(path), path);
});

describe('git', needsShell, () => {
  test('the hook keeps what xl refuses out of commits, and nothing else', () => {
    const folder = checkoutWith({ ...OTHER, 'good.cfg': GOOD });
    copyFileSync('packaging/git/pre-commit', join(folder, '.git/hooks/pre-commit'));
    assert.equal(run('git', ['commit', '-q', '-m', 'a'], folder).status, 0);
    writeFileSync(join(folder, 'not added.cfg'), BAD);
    assert.equal(run('git', ['commit', '-q', '--allow-empty', '-m', 'b'], folder).status, 0);
    assert.equal(run('git', ['add', '-A'], folder).status, 0);
    const refused = run('git', ['commit', '-q', '-m', 'c'], folder);
    assert.notEqual(refused.status, 0);
    assert.match(`${refused.stdout}${refused.stderr}`, /^not added\.cfg:4:\d+: error: /m);
  });
});

describe('pre-commit', needsTools, () => {
  interface Hook {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
  }

  test('it takes of the files of a commit those that are configs', () => {
    assert.equal(run('pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml'], '.').status, 0);
    const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
    const [hook] = hooks;
    assert.equal(hook?.language, 'node');
    const local = { repos: [{ repo: 'local', hooks: [{ ...hook, language: 'system' }] }] };
    const folder = checkoutWith({ ...OTHER, 'good.cfg': GOOD, '.pre-commit-config.yaml': JSON.stringify(local) });
    const env = { PRE_COMMIT_HOME: temporaryFolder() };
    const fine = run('pre-commit', ['run', '--all-files'], folder, env);
    assert.equal(fine.status, 0, fine.stdout);
    writeFileSync(join(folder, 'bad.cfg'), BAD);
    assert.equal(run('git', ['add', '-A'], folder).status, 0);
    const refused = run('pre-commit', ['run', '--all-files'], folder, env);
    assert.equal(refused.status, 1);
    assert.match(refused.stdout, /^bad\.cfg:4:\d+: error: /m);
    assert.doesNotMatch(refused.stdout, /setup\.cfg/);
  });
});

describe('GitHub Actions', needsShell, () => {
  interface Step {
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  }
  const text = readFileSync('action.yml', 'utf8');
  const action = parse(text) as Action;

  /** Runs the steps as a runner does, with `node_modules/.bin/xlcfg` as it is installed. */
  function runAction(folder: string, inputs: Readonly<Record<string, string>>): ProcessRun & { readonly temporary: string } {
    const temporary = temporaryFolder();
    mkdirSync(join(temporary, 'xlcfg/node_modules/.bin'), { recursive: true });
    copyFileSync(join(programs, 'xlcfg'), join(temporary, 'xlcfg/node_modules/.bin/xlcfg'));
    const env = { RUNNER_TEMP: temporary, GITHUB_OUTPUT: join(temporary, 'output'), GITHUB_WORKSPACE: folder };
    let last: ProcessRun = { status: 0, stdout: '', stderr: '' };
    for (const step of action.runs.steps) {
      if (step.run === undefined || last.status !== 0) continue;
      const values = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value, inputs)] as const);
      last = run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], folder, { ...env, ...Object.fromEntries(values) });
    }
    return { ...last, temporary };
  }

  function evaluate(value: string, inputs: Readonly<Record<string, string>>): string {
    return value
      .replaceAll('${{ github.action_path }}', resolve('.'))
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? assert.fail(name));
  }

  test('it names its own inputs only, and hands them to no script as text', () => {
    assert.equal(action.runs.using, 'composite');
    for (const [, name = ''] of text.matchAll(/inputs\.([\w-]+)/g)) assert.ok(name in action.inputs, name);
    for (const { run: script = '' } of action.runs.steps) assert.doesNotMatch(script, /\$\{\{/);
  });

  test('it installs its own version, or the one that is asked for', () => {
    const folder = folderWith({ 'good.cfg': GOOD });
    assert.equal(runAction(folder, {}).status, 0);
    assert.ok(readFileSync(join(programs, 'npm-arguments'), 'utf8').includes(`\nxlcfg@${version}\n`));
    assert.equal(runAction(folder, { version: '9.9.9' }).status, 0);
    assert.ok(readFileSync(join(programs, 'npm-arguments'), 'utf8').includes('\nxlcfg@9.9.9\n'));
  });

  test('it annotates what it finds, and writes SARIF', () => {
    const folder = folderWith({ 'a b/bad.cfg': BAD, 'c.cfg': BAD, 'd.cfg': GOOD });
    const { status, stdout, temporary } = runAction(folder, { files: 'a b\nd.cfg\n' });
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=a b\/bad\.cfg,line=4,/m);
    assert.doesNotMatch(stdout, /c\.cfg/);
    const sarif = join(temporary, 'xlcfg.sarif');
    assert.equal(readFileSync(join(temporary, 'output'), 'utf8'), `sarif=${sarif}\n`);
    assert.equal((JSON.parse(readFileSync(sarif, 'utf8')) as { readonly version: string }).version, '2.1.0');
  });

  test('it passes its other inputs on', () => {
    const folder = folderWith({ 'a.cfg': 'name = "a"\nkernel = "/k"\nmemory = 0512\n' });
    assert.equal(runAction(folder, { xen: '4.17', arch: 'arm' }).status, 0);
    assert.equal(runAction(folder, { 'max-warnings': '0' }).status, 1);
    assert.equal(runAction(folder, { xen: 'none' }).status, 2);
  });
});

describe('GitLab', needsShell, () => {
  interface Header {
    readonly spec: { readonly inputs: Readonly<Record<string, { readonly default: string }>> };
  }
  interface Job {
    readonly xlcfg: { readonly script: readonly string[]; readonly artifacts: { readonly reports: Readonly<Record<string, string>> } };
  }

  test('the job writes the reports that it promises', () => {
    const text = readFileSync('packaging/gitlab/xlcfg.yml', 'utf8');
    const [{ spec }, job] = parseAllDocuments(text).map((document) => document.toJS() as unknown) as [Header, Job];
    const folder = folderWith({ 'a.cfg': BAD });
    const { script, artifacts } = job.xlcfg;
    const fill = (line: string): string =>
      line.replace(/\$\[\[ inputs\.(\w+) \]\]/g, (_, name: string) => spec.inputs[name]?.default ?? assert.fail(name));
    const { status } = run('sh', ['-ec', script.map(fill).join('\n')], folder);
    assert.equal(status, 1);
    assert.ok(readFileSync(join(programs, 'npm-arguments'), 'utf8').includes('\nxlcfg@latest\n'));
    const { codequality = '', junit = '' } = artifacts.reports;
    const issues = JSON.parse(readFileSync(join(folder, codequality), 'utf8')) as readonly { readonly severity: string }[];
    assert.ok(issues.some(({ severity }) => severity === 'critical'));
    assert.match(readFileSync(join(folder, junit), 'utf8'), /<testsuites/);
  });
});

describe('Ansible', needsTools, () => {
  test('a config that xl refuses never takes the place of one that works', () => {
    const folder = folderWith({ 'good.j2': GOOD, 'bad.j2': BAD });
    const play = (template: string): ProcessRun =>
      run(
        'ansible-playbook',
        [
          ...['-i', 'localhost,', '-c', 'local', '-e', JSON.stringify({ ansible_python_interpreter: '/usr/bin/python3' })],
          ...['-e', JSON.stringify({ template: join(folder, template), folder }), resolve('packaging/ansible/domain.yml')],
        ],
        folder,
        { HOME: temporaryFolder(), LC_ALL: 'C.UTF-8' },
      );
    const fine = play('good.j2');
    assert.equal(fine.status, 0, `${fine.stdout}${fine.stderr}`);
    const refused = play('bad.j2');
    assert.notEqual(refused.status, 0);
    assert.match(refused.stdout, /refused-value/);
    assert.equal(readFileSync(join(folder, 'web1.cfg'), 'utf8'), GOOD);
  });
});

describe('Yocto', needsShell, () => {
  /** Runs the function of the class, in which BitBake has put values in the place of its variables. */
  function runClass(root: string, flags: string): ProcessRun {
    const text = readFileSync('packaging/yocto/xlcfg-check.bbclass', 'utf8');
    const [, body = ''] = /^do_xlcfg_check\(\) \{\n([^]*?)^\}$/m.exec(text) ?? [];
    const values: Readonly<Record<string, string>> = { D: root, XLCFG: 'xlcfg', XLCFG_FLAGS: flags, XLCFG_CONFIGS: '/etc/xen' };
    const script = body.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? assert.fail(name));
    return run('sh', ['-ec', `bbfatal() { echo "$1" >&2; exit 1; }\n${script}`], root);
  }

  test('the class fails where xl refuses a config, or nothing is installed', () => {
    const root = folderWith({ 'etc/xen/a.cfg': GOOD });
    assert.equal(runClass(root, '').status, 0);
    assert.equal(runClass(root, '--xen 4.19 --arch arm').status, 0);
    writeFileSync(join(root, 'etc/xen/b.cfg'), BAD);
    const refused = runClass(root, '--xen 4.19 --arch arm');
    assert.equal(refused.status, 1);
    assert.match(refused.stdout, /b\.cfg:4:\d+: error: /);
    assert.match(runClass(temporaryFolder(), '').stderr, /nothing to check/);
  });
});

describe('systemd', needsTools, () => {
  const text = readFileSync('packaging/systemd/xlcfg.conf', 'utf8');

  test('it reads the drop-in', () => {
    const folder = folderWith({
      'xendomains.service': '[Unit]\nDescription=Domains\n[Service]\nType=oneshot\nExecStart=/bin/true\n',
      'xendomains.service.d/xlcfg.conf': text,
    });
    const { status, stderr } = run('systemd-analyze', ['verify', join(folder, 'xendomains.service')], folder);
    assert.deepEqual([status, stderr], [0, '']);
    const wrong = folderWith({ 'xendomains.service': '[Service]\nType=oneshot\nExecStartPre=nothing-there\nExecStart=/bin/true\n' });
    assert.notEqual(run('systemd-analyze', ['verify', join(wrong, 'xendomains.service')], wrong).stderr, '');
  });

  test('no domain starts where xl refuses one, and none has to be there', () => {
    const folder = folderWith({ 'auto/web1': GOOD });
    const [, command = ''] = /^ExecStartPre=\/bin\/sh -c '(.*)'$/m.exec(text) ?? [];
    const start = (where: string): number | null =>
      run('sh', ['-c', command.replaceAll('$$', '$').replace('/etc/xen/auto', where)], folder).status;
    assert.equal(start(join(folder, 'auto')), 0);
    writeFileSync(join(folder, 'auto/web2'), BAD);
    assert.equal(start(join(folder, 'auto')), 1);
    assert.equal(start(join(folder, 'empty')), 0);
  });
});

describe('Nix', needsTools, () => {
  test('the expression takes names and versions from the manifest', () => {
    const stand = `{ lib = { importJSON = path: builtins.fromJSON (builtins.readFile path); getExe = each: "node"; licenses.mit = "MIT"; };
      stdenvNoCC.mkDerivation = each: { inherit (each) pname version installPhase; inherit (each.meta) mainProgram; };
      installShellFiles = null; makeWrapper = null; nodejs = { meta.platforms = [ ]; }; }`;
    const expression = `import ${resolve('packaging/nix/package.nix')} ${stand}`;
    const { status, stdout, stderr } = run('nix-instantiate', ['--eval', '--strict', '--json', '-E', expression], '.', {
      NIX_STATE_DIR: temporaryFolder(),
      NIX_STORE_DIR: temporaryFolder(),
      HOME: temporaryFolder(),
    });
    assert.equal(status, 0, stderr);
    const evaluated = JSON.parse(stdout) as Readonly<Record<string, string>>;
    assert.deepEqual([evaluated['pname'], evaluated['version'], evaluated['mainProgram']], ['xlcfg', version, 'xlcfg']);
    assert.match(evaluated['installPhase'] ?? '', /lib\/xlcfg\/dist\/cli\.js\n[^]*lib\/xlcfg\/dist\/server\.js\n/);
  });
});
