/** What the tasks of VS Code ask the command line for, and how Problems reads its answer. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkArguments, hasVariable, readDefinition } from '../../client/src/node/check-arguments';
import { CLI } from '../support/cli-process';

const NO_SETTINGS = { xenVersion: '', architecture: '', rules: {}, roots: {} };

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
  readonly code: number;
}

test('a task checks its folder, or all', () => {
  assert.deepEqual(checkArguments({ check: 'all' }, NO_SETTINGS), ['check', '--', '.']);
  assert.deepEqual(checkArguments({ check: 'changed', folder: '-x', since: 'origin/main' }, NO_SETTINGS), [
    'check',
    '--changed=origin/main',
    '--',
    '-x',
  ]);
  assert.deepEqual(checkArguments({ check: 'all', xen: '4.17', arch: 'arm' }, NO_SETTINGS).slice(1, 5), ['--xen', '4.17', '--arch', 'arm']);
});

test('settings of the editor are below those of projects', () => {
  const settings = { xenVersion: '4.13', architecture: '', rules: { 'octal-number': 'off' }, roots: { '/boot': '/srv/boot' } };
  const [, flag, defaults = ''] = checkArguments({ check: 'all' }, settings);
  assert.equal(flag, '--defaults');
  assert.deepEqual(JSON.parse(defaults), { xen: '4.13', rules: { 'octal-number': 'off' }, roots: { '/boot': '/srv/boot' } });
  assert.ok(hasVariable('a/${command:x}'));
});

test('what tasks.json says is read with care', () => {
  assert.equal(readDefinition({ check: 'some' }), undefined);
  assert.deepEqual(readDefinition({ type: 'xlcfg', check: 'changed', folder: 3, since: '', xen: '4.17' }), {
    check: 'changed',
    xen: '4.17',
  });
});

test('Problems reads each finding that the command line prints, and nothing else', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: { readonly problemMatchers: readonly { readonly pattern: Pattern }[] };
  };
  const pattern = manifest.contributes.problemMatchers[0]?.pattern;
  assert.ok(pattern);
  const regexp = new RegExp(pattern.regexp);
  const ask = (format: string): string =>
    spawnSync(process.execPath, [CLI, 'check', '--severity', 'hint', '--format', format, 'examples'], { encoding: 'utf8' }).stdout;
  const read = ask('text')
    .split('\n')
    .flatMap((line) => {
      const match = regexp.exec(line);
      if (match === null) return [];
      const { file, line: row, column, severity, message, code } = pattern;
      return [[match[file], Number(match[row]) - 1, Number(match[column]) - 1, match[severity], match[message], match[code]]];
    });
  const { files } = JSON.parse(ask('json')) as {
    readonly files: readonly {
      readonly path: string;
      readonly findings: readonly {
        readonly ruleId: string;
        readonly severity: string;
        readonly message: string;
        readonly range: { readonly start: { readonly line: number; readonly character: number } };
      }[];
    }[];
  };
  const found = files.flatMap(({ path, findings }) =>
    findings.map(({ ruleId, severity, message, range }) => [path, range.start.line, range.start.character, severity, message, ruleId]),
  );
  assert.ok(found.some(([, , , severity]) => severity === 'error'));
  assert.deepEqual(read, found);
});
