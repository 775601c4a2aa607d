/** Reports for other programs, read by such programs: schema, XML parser, and the rules by which GitHub takes its commands apart. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import fc from 'fast-check';
import { REPORT_FORMATS } from '../../server/src/cli/checked-share';
import { element, openTag } from '../../server/src/text/xml';
import { LineIndex } from '../../server/src/text/line-index';
import { applyEdits } from '../../server/src/text/text-edit';
import { runCli } from '../support/fake-terminal';
import { readXml } from '../support/read-xml';

const BAD = 'name = "a"\nkernel = "/k"\non_crash = "re,<b>&100%: \'boot\'"\nmemroy = 1\n';
const HINTED = 'builder = "hvm"\nname = "a"\nmemory = 512\n';
const FINE = 'name = "a"\nkernel = "/k"\nmemory = 512\ntype = "pv"\n';
const FILES = { 'dir/a b,c.cfg': BAD, 'h.cfg': HINTED, 'fine.cfg': FINE };
const ARGUMENTS = [...Object.keys(FILES), 'none.cfg'];

async function report(format: string, ...more: readonly string[]): Promise<string> {
  const { output, status, errors } = await runCli(['check', '--format', format, ...more, ...ARGUMENTS], FILES);
  assert.equal(status, 2);
  assert.equal(errors, 'none.cfg: no such file\n');
  return output;
}

interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface SarifPlace {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
  readonly region: SarifRegion;
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
      };
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
        },
      ];
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly [{ readonly physicalLocation: SarifPlace }];
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly fixes: readonly {
          readonly artifactChanges: readonly [
            {
              readonly replacements: readonly {
                readonly deletedRegion: SarifRegion;
                readonly insertedContent: { readonly text: string };
              }[];
            },
          ];
        }[];
      }[];
    },
  ];
}

/** The schema of OASIS, which Microsoft publishes under the MIT licence in the npm package `@microsoft/jest-sarif`. */
const schema = JSON.parse(readFileSync('test/cli/schemas/sarif-2.1.0.json', 'utf8')) as Readonly<Record<string, unknown>>;
// It is of draft 4, of which it uses nothing that later drafts read differently.
const rules = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'));
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(rules);

function readSarif(text: string): SarifLog['runs'][0] {
  const log = JSON.parse(text) as SarifLog;
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
  return log.runs[0];
}

test('SARIF is what its schema demands, with rules, places, fixes and files that could not be read', async () => {
  const { results, tool, invocations } = readSarif(await report('sarif'));
  assert.deepEqual(
    results.map(({ ruleId, level }) => `${ruleId} ${level}`),
    ['refused-value error', 'unknown-option warning', 'option-deprecated note'],
  );
  const [{ locations }] = results as readonly [SarifLog['runs'][0]['results'][0]];
  assert.deepEqual(locations[0].physicalLocation, {
    artifactLocation: { uri: 'dir/a%20b%2Cc.cfg', uriBaseId: '%SRCROOT%' },
    region: { startLine: 3, startColumn: 12, endLine: 3, endColumn: 33 },
  });
  assert.deepEqual(
    tool.driver.rules.map(({ id }) => id),
    [...new Set(results.map(({ ruleId }) => ruleId))].sort(),
  );
  for (const { helpUri } of tool.driver.rules) assert.doesNotThrow(() => new URL(helpUri));
  assert.deepEqual(invocations[0].executionSuccessful, false);
  assert.deepEqual(invocations[0].toolExecutionNotifications[0]?.message.text, 'no such file');
});

test('a fix of SARIF, put into the text by its lines and columns, is the fix', async () => {
  const { results } = readSarif(await report('sarif'));
  const change = results.find(({ ruleId }) => ruleId === 'option-deprecated')?.fixes[0]?.artifactChanges[0];
  const lines = new LineIndex(HINTED);
  const edits = (change?.replacements ?? []).map(({ deletedRegion: region, insertedContent }) => ({
    range: {
      start: lines.offsetAt({ line: region.startLine - 1, character: region.startColumn - 1 }),
      end: lines.offsetAt({ line: region.endLine - 1, character: region.endColumn - 1 }),
    },
    newText: insertedContent.text,
  }));
  assert.equal(applyEdits(HINTED, edits), HINTED.replace('builder', 'type'));
});

test('an empty run is SARIF too', async () => {
  const { output } = await runCli(['check', '--format', 'sarif', 'fine.cfg'], FILES);
  assert.deepEqual(readSarif(output).results, []);
});

const fingerprintsOf = async (format: 'sarif' | 'gitlab', text: string): Promise<readonly string[]> => {
  const { output } = await runCli(['check', '--format', format, 'a.cfg'], { 'a.cfg': text });
  if (format === 'sarif') return readSarif(output).results.map(({ partialFingerprints }) => partialFingerprints['xlcfg/v1'] ?? '');
  return (JSON.parse(output) as readonly { readonly fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
};

test('fingerprints tell findings apart, and stay when lines are added above', async () => {
  for (const format of ['sarif', 'gitlab'] as const) {
    const text = 'name = "a"\nkernel = "/k"\nmemroy = 1\nmemroy = 1\nmaxmme = 2\n';
    const before = await fingerprintsOf(format, text);
    assert.equal(new Set(before).size, before.length);
    assert.ok(before.length > 2);
    assert.deepEqual((await fingerprintsOf(format, `# a comment\n\n${text}`)).toSorted(), before.toSorted());
    assert.notDeepEqual(await fingerprintsOf(format, text.replace('maxmme', 'maxmmm')), before);
  }
});

/** What the runner of GitHub Actions makes of a line: its `ActionCommand` class, in a few lines. */
function readCommand(line: string): {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
} {
  const [, name = '', written = '', data = ''] = /^::([a-z]+) (.*?)::(.*)$/.exec(line) ?? [];
  const unescape = (text: string): string =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const properties = written.split(',').map((each) => each.split('=', 2) as [string, string]);
  return { name, properties: Object.fromEntries(properties.map(([key, value]) => [key, unescape(value)])), data: unescape(data) };
}

test('GitHub reads the commands as they are meant', async () => {
  const commands = (await report('github')).trimEnd().split('\n').map(readCommand);
  assert.deepEqual(
    commands.map(({ name, properties }) => [name, properties]),
    [
      ['error', { file: 'dir/a b,c.cfg', line: '3', endLine: '3', col: '12', endColumn: '32', title: 'xlcfg (refused-value)' }],
      ['warning', { file: 'dir/a b,c.cfg', line: '4', endLine: '4', col: '1', endColumn: '6', title: 'xlcfg (unknown-option)' }],
      ['error', { file: 'none.cfg', title: 'xlcfg' }],
    ],
  );
  assert.match(commands[0]?.data ?? '', /^Invalid `on_crash` "re,<b>&100%: 'boot'": /);
});

test('GitLab reads a list of issues', async () => {
  const issues = JSON.parse(await report('gitlab')) as readonly Readonly<Record<string, unknown>>[];
  assert.deepEqual(
    issues.map(({ check_name, severity, location }) => ({ check_name, severity, location })),
    [
      { check_name: 'refused-value', severity: 'critical', location: { path: 'dir/a b,c.cfg', lines: { begin: 3, end: 3 } } },
      { check_name: 'unknown-option', severity: 'minor', location: { path: 'dir/a b,c.cfg', lines: { begin: 4, end: 4 } } },
      { check_name: 'option-deprecated', severity: 'info', location: { path: 'h.cfg', lines: { begin: 1, end: 1 } } },
      { check_name: 'unreadable', severity: 'blocker', location: { path: 'none.cfg', lines: { begin: 1 } } },
    ],
  );
  for (const { description, fingerprint } of issues) assert.ok(description !== '' && /^[0-9a-f]{32}$/.test(String(fingerprint)));
  assert.deepEqual(JSON.parse((await runCli(['check', '--format', 'gitlab', 'fine.cfg'], FILES)).output), []);
});

test('JUnit has a suite for each file', async () => {
  const root = readXml(await report('junit'));
  assert.equal(root.name, 'testsuites');
  assert.deepEqual(
    root.children.map(({ attributes: { name, tests, failures, errors } }) => [name, tests, failures, errors]),
    [
      ['dir/a b,c.cfg', '2', '2', '0'],
      ['h.cfg', '1', '0', '0'],
      ['fine.cfg', '1', '0', '0'],
      ['none.cfg', '1', '0', '1'],
    ],
  );
  const failure = root.children[0]?.children[0]?.children[0];
  assert.equal(failure?.name, 'failure');
  assert.match(failure.attributes['message'] ?? '', /^Invalid `on_crash` "re,<b>&100%: 'boot'": /);
  assert.match(failure.text, /^dir\/a b,c\.cfg:3:12: error: Invalid `on_crash` "re,<b>&100%: 'boot'"/);
  assert.equal(root.children[3]?.children[0]?.children[0]?.attributes['message'], 'no such file');
});

test('Checkstyle has an element for each file', async () => {
  const root = readXml(await report('checkstyle'));
  assert.equal(root.name, 'checkstyle');
  assert.deepEqual(
    root.children.map(({ attributes, children }) => [
      attributes['name'],
      ...children.map(({ attributes: { line, column, severity, source } }) => [line, column, severity, source].join(' ')),
    ]),
    [
      ['dir/a b,c.cfg', '3 12 error xlcfg.refused-value', '4 1 warning xlcfg.unknown-option'],
      ['h.cfg', '1 1 info xlcfg.option-deprecated'],
      ['fine.cfg'],
      ['none.cfg', '1  error xlcfg.unreadable'],
    ],
  );
});

test('any text comes out of a parser as it went into the XML', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((each) => !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/.test(each));
  fc.assert(
    fc.property(text, text, (value, content) => {
      const root = readXml(`${openTag('a', { b: value })}${element('c', { d: value }, content)}${element('e', {})}</a>`);
      assert.equal(root.attributes['b'], value);
      assert.deepEqual([root.children[0]?.attributes['d'], root.children[0]?.text], [value, content]);
    }),
  );
});

test('the text report is what stock problem matchers read', async () => {
  const { output } = await runCli(['check', '--severity', 'hint', ...ARGUMENTS], FILES);
  // That of gcc in VS Code and Jenkins.
  const places = [...output.matchAll(/^(.+?):(\d+):(\d+): (error|warning|information|hint): (.*)$/gm)];
  assert.deepEqual(
    places.map(([, file, line, column, severity]) => [file, line, column, severity].join(' ')),
    ['dir/a b,c.cfg 3 12 error', 'dir/a b,c.cfg 4 1 warning', 'h.cfg 1 1 hint'],
  );
});

test('several reports at once, each in its file', async () => {
  const outputs = REPORT_FORMATS.flatMap((format) => ['--output', `${format}=out.${format}`]);
  const { files, output } = await runCli(['check', ...outputs, ...ARGUMENTS], FILES, { isColored: true });
  assert.ok(output.includes('\u001b[31merror'));
  for (const format of REPORT_FORMATS) assert.equal(files.get(`out.${format}`), await report(format), format);
});

test('a report that cannot be written is exit status 2, and the others are written', async () => {
  const outputs = ['--output', 'json=a.json', '--output', 'junit=b.xml'];
  const { status, errors, files } = await runCli(['check', ...outputs, 'fine.cfg'], FILES, { unwritable: ['a.json'] });
  assert.equal(status, 2);
  assert.equal(errors, 'a.json: is not written: permission denied\n');
  assert.match(files.get('b.xml') ?? '', /testsuite/);
  assert.equal((await runCli(['check', '--output', 'pdf=x', 'fine.cfg'], FILES)).status, 2);
});

test('--severity is the least that any report shows, and counts stay', async () => {
  const run = async (...flags: readonly string[]): Promise<string> => (await runCli(['check', ...flags, ...ARGUMENTS], FILES)).output;
  assert.match(await run('--severity', 'error'), /refused-value/);
  assert.doesNotMatch(await run('--severity', 'error'), /unknown-option/);
  assert.match(await run('--severity', 'error'), /1 error, 1 warning/);
  assert.doesNotMatch(await run('--format', 'json', '--severity', 'warning'), /option-deprecated/);
  assert.match(await run('--format', 'github', '--severity', 'hint'), /::notice .*option-deprecated/);
});

test('--quiet prints findings only', async () => {
  assert.equal((await runCli(['check', '--quiet', 'fine.cfg'], FILES)).output, '');
  assert.doesNotMatch((await runCli(['check', '--quiet', 'dir/a b,c.cfg'], FILES)).output, /checked/);
});

test('--color decides over the terminal', async () => {
  const isColored = async (color: string, terminal: boolean): Promise<boolean> =>
    (await runCli(['check', '--color', color, 'dir/a b,c.cfg'], FILES, { isColored: terminal })).output.includes('\u001b');
  assert.deepEqual([await isColored('auto', true), await isColored('auto', false)], [true, false]);
  assert.deepEqual([await isColored('always', false), await isColored('never', true)], [true, false]);
});
