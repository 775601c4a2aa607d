/** `xlcfg check`: output, exit status, settings and fixes. */
import { message } from '../../server/src/text/message';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';

const GOOD = 'name = "a"\nkernel = "/k"\n';
const BAD = 'name = "a"\nkernel = "/k"\non_crash = "vanish"\n';
const WARNED = 'name = "a"\nkernel = "/k"\n\tmemroy = 1\n';

test('text output has place, severity, message, rule, stage, line and caret', async () => {
  const { status, output } = await runCli(['check', 'bad.cfg'], { 'bad.cfg': BAD });
  assert.equal(status, 1);
  const [head, line, caret] = output.split('\n');
  assert.match(head ?? '', /^bad\.cfg:3:12: error: Invalid `on_crash` "vanish".* \(refused-value, parse: xl refuses the file\)$/);
  assert.equal(line, '    3 | on_crash = "vanish"');
  assert.equal(caret, '      |            ^^^^^^^^');
  assert.match(output, /1 file checked: 1 error, 0 warnings, 0 notes, 0 hints\n$/);
});

test('a config that is too large to be checked is not a success, and the others are checked', async () => {
  const files = { 'large.cfg': 'a = 1\n'.repeat(100_000), 'bad.cfg': BAD };
  const { status, output } = await runCli(['check', 'large.cfg', 'bad.cfg'], files);
  assert.equal(status, 2);
  assert.match(output, /^large\.cfg:1:1: information: .*file-too-large/);
  assert.match(output, /^bad\.cfg:3:12: error/m);
  assert.equal((await runCli(['migration', 'large.cfg'], files)).status, 2);
});

test('tabs stay tabs above and below, and control characters cannot reach the terminal', async () => {
  const { output } = await runCli(['check', 'w.cfg'], { 'w.cfg': WARNED });
  assert.match(output, /3 \| \tmemroy = 1\n {6}\| \t\^\^\^\^\^\^\n/);
  const hostile = await runCli(['check', 'h.cfg'], { 'h.cfg': 'name = "a"\nkernel = "/k"\nfoo = "\u001b[2J"\n' });
  assert.ok(!hostile.output.includes('\u001b'));
});

test('colour on a terminal only', async () => {
  assert.ok((await runCli(['check', 'bad.cfg'], { 'bad.cfg': BAD }, { isColored: true })).output.includes('\u001b[31merror'));
  assert.ok(!(await runCli(['check', 'bad.cfg'], { 'bad.cfg': BAD })).output.includes('\u001b'));
});

test('JSON has the documented shape', async () => {
  const { status, output } = await runCli(['check', '--format', 'json', 'bad.cfg', 'w.cfg'], { 'bad.cfg': BAD, 'w.cfg': WARNED });
  assert.equal(status, 1);
  const report = JSON.parse(output) as { readonly files: readonly { readonly findings: readonly Readonly<Record<string, unknown>>[] }[] };
  assert.deepEqual(report, {
    version: 1,
    files: [
      {
        path: 'bad.cfg',
        xen: '4.22',
        arch: 'x86',
        template: false,
        findings: [
          {
            ruleId: 'refused-value',
            ruleUrl: 'file:///rules/refused-value.md',
            severity: 'error',
            stage: 'parse',
            message:
              'Invalid `on_crash` "vanish": it can be `destroy`, `restart`, `rename-restart`, `preserve`, `coredump-destroy`, `coredump-restart`, `soft-reset`',
            range: { start: { line: 2, character: 11 }, end: { line: 2, character: 19 } },
            fixes: [],
          },
        ],
      },
      {
        path: 'w.cfg',
        xen: '4.22',
        arch: 'x86',
        template: false,
        findings: [
          {
            ruleId: 'unknown-option',
            ruleUrl: 'file:///rules/unknown-option.md',
            severity: 'warning',
            message: 'Unknown option `memroy`: xl ignores it silently. Did you mean `memory`?',
            range: { start: { line: 2, character: 1 }, end: { line: 2, character: 7 } },
            fixes: [
              {
                title: 'Rename it to `memory`',
                safety: 'review',
                edits: [{ range: { start: { line: 2, character: 1 }, end: { line: 2, character: 7 } }, newText: 'memory' }],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a template is told from a broken file, and what is wrong in it all the same', async () => {
  const { status, output } = await runCli(['check', '--format', 'json', 't.cfg'], { 't.cfg': 'name = {{ x }}\n' });
  const report = JSON.parse(output) as { readonly files: readonly { readonly template: boolean; readonly findings: readonly unknown[] }[] };
  assert.equal(status, 0);
  assert.equal(report.files[0]?.template, true);
  assert.equal(report.files[0].findings.length, 1);
  assert.equal((await runCli(['check', 't.cfg'], { 't.cfg': 'name = {{ x }}\nfoo bar\n' })).status, 1);
});

test('exit status 0, 1 for errors and for too many warnings', async () => {
  assert.equal((await runCli(['check', 'g.cfg'], { 'g.cfg': GOOD })).status, 0);
  assert.equal((await runCli(['check', 'w.cfg'], { 'w.cfg': WARNED })).status, 0);
  assert.equal((await runCli(['check', '--max-warnings', '1', 'w.cfg'], { 'w.cfg': WARNED })).status, 0);
  assert.equal((await runCli(['check', '--max-warnings', '0', 'w.cfg'], { 'w.cfg': WARNED })).status, 1);
});

test('an unreadable file is exit status 2, and the others are still checked', async () => {
  const { status, output, errors } = await runCli(['check', 'none.cfg', 'dir', 'bad.cfg'], {
    'bad.cfg': BAD,
    dir: { kind: 'unreadable', reason: message('is a directory') },
  });
  assert.equal(status, 2);
  assert.equal(errors, 'none.cfg: no such file\ndir: is a directory\n');
  assert.match(output, /refused-value/);
});

test('wrong usage is exit status 2 with a sentence', async () => {
  for (const args of [
    [],
    ['check'],
    ['check', '--xen', '5.0', 'a'],
    ['check', '--arch', 'mips', 'a'],
    ['check', '--max-warnings', 'x', 'a'],
    ['chekc'],
  ]) {
    const { status, errors } = await runCli(args);
    assert.equal(status, 2, args.join(' '));
    assert.notEqual(errors, '');
  }
  assert.equal((await runCli(['--help'])).status, 0);
  assert.match((await runCli(['check', '--help'])).output, /--max-warnings/);
  assert.equal((await runCli(['--version'])).output, '0.0.0\n');
});

test('the target: comment over flag over project file over default', async () => {
  const xenOf = async (args: readonly string[], text: string, project?: string): Promise<string | undefined> => {
    const files = { 'a/b.cfg': text, ...(project === undefined ? {} : { '.xlcfg.json': project }) };
    const { output } = await runCli(['check', '--format', 'json', ...args, 'a/b.cfg'], files);
    return (JSON.parse(output) as { readonly files: readonly { readonly xen: string }[] }).files.at(0)?.xen;
  };
  const project = '{ "xen": "4.14", "overrides": [{ "files": ["z/**"], "xen": "4.9" }] }';
  assert.equal(await xenOf([], GOOD), '4.22');
  assert.equal(await xenOf([], GOOD, project), '4.14');
  assert.equal(await xenOf([], GOOD, project.replace('z/**', 'a/**')), '4.9');
  assert.equal(await xenOf(['--xen', '4.15'], GOOD, project), '4.15');
  assert.equal(await xenOf(['--xen', '4.15'], `# xlcfg: xen=4.16\n${GOOD}`, project), '4.16');
});

test('severities and allowed names of the project', async () => {
  const project = '{ // ours\n "rules": { "unknown-option": "error" }, "allowOptions": ["vendor_key"], }';
  const { output, status } = await runCli(['check', 'w.cfg'], { 'w.cfg': `${WARNED}vendor_key = 1\n`, '.xlcfg.json': project });
  assert.equal(status, 1);
  assert.match(output, /error: Unknown option `memroy`/);
  assert.ok(!output.includes('vendor_key'));
  const off = await runCli(['check', 'w.cfg'], { 'w.cfg': WARNED, '.xlcfg.json': '{ "rules": { "unknown-option": "off" } }' });
  assert.match(off.output, /0 errors, 0 warnings/);
});

test('a broken project file is told and is exit status 2; what is right in it holds', async () => {
  const { status, output, errors } = await runCli(['check', 'w.cfg'], {
    'w.cfg': WARNED,
    '.xlcfg.json': '{ "xen": "9", "rulez": {}, "rules": { "unknown-option": "off", "octal-number": "loud" } }',
  });
  assert.equal(status, 2);
  assert.equal(
    errors,
    '.xlcfg.json:1:10: xen is not a Xen version that xlcfg knows\n' +
      '.xlcfg.json:1:15: rulez is not a key that xlcfg knows\n' +
      '.xlcfg.json:1:80: rules.octal-number has to be one of off, hint, information, warning, error\n',
  );
  assert.match(output, /0 warnings/);
  assert.equal((await runCli(['check', '--config', 'none.json', 'w.cfg'], { 'w.cfg': WARNED })).status, 2);
});

test('--fix writes safe fixes only', async () => {
  const { files } = await runCli(['check', '--fix', 'a.cfg', 'g.cfg'], {
    'a.cfg': 'builder = "hvm"\nname = "a"\nmemroy = 1\n',
    'g.cfg': GOOD,
  });
  assert.equal(files.get('a.cfg'), 'type = "hvm"\nname = "a"\nmemroy = 1\n');
  assert.equal(files.get('g.cfg'), GOOD);
});

test('--fix on standard input is a filter', async () => {
  const { output, errors } = await runCli(['check', '--fix', '-'], { '-': 'builder = "hvm"\nname = "a"\nmemory = 512\n' });
  assert.equal(output, 'type = "hvm"\nname = "a"\nmemory = 512\n');
  assert.match(errors, /1 file checked/);
});

test('hints are shown when asked for', async () => {
  const files = { 'a.cfg': 'builder = "hvm"\nname = "a"\nmemory = 512\n' };
  assert.ok(!(await runCli(['check', 'a.cfg'], files)).output.includes('option-deprecated'));
  assert.ok((await runCli(['check', '--hints', 'a.cfg'], files)).output.includes('option-deprecated'));
});
