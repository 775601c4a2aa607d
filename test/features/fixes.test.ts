/** Fixes tell the truth: none that hides an error, does nothing, or trades one problem for another. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { RULES } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/text/text-edit';
import { textRange } from '../../server/src/text/text-range';
import { analyze, DEFAULT_SETTINGS, REPORTING_SETTINGS, service } from '../support/check';
import { readMarks } from '../support/marks';

const HEAD = 'name = "d"\nkernel = "/k"\n';

function titlesFor(line: string): readonly string[] {
  const text = `${HEAD}${line}\n`;
  return service
    .actions(analyze(text), textRange(HEAD.length, text.length))
    .map(({ title }) => title)
    .filter((title) => !title.startsWith('Disable'));
}

test('no quotes for a word where a number belongs, and quotes where a text does', () => {
  assert.deepEqual(titlesFor('vcpus = VM_CPU'), []);
  assert.deepEqual(titlesFor('extra = quiet'), ['Write `"quiet"`']);
});

test('no name that is not an option, or an option that is ignored', () => {
  assert.deepEqual(titlesFor('install-method = "x"'), []);
  assert.deepEqual(titlesFor('device-model = "x"'), []);
  assert.deepEqual(titlesFor('max-vcpus = 2'), []);
  assert.deepEqual(titlesFor('On_crash = "destroy"'), ['Write `on_crash`']);
});

test('no option of another meaning for a name that only looks alike', () => {
  assert.deepEqual(titlesFor('device_model_machine = "q35"'), []);
  assert.deepEqual(titlesFor('memroy = 512'), ['Rename it to `memory`']);
});

test('no empty fix', () => {
  assert.deepEqual(titlesFor('- = 1'), []);
});

test('an image that is named after another format is not declared raw', () => {
  assert.deepEqual(titlesFor('disk = [ "file:/a/x.qcow2,xvda,w" ]'), []);
  assert.deepEqual(titlesFor('disk = [ "file:/a/x.img,xvda,w" ]'), ['Write `format=raw, vdev=xvda, access=rw, target=/a/x.img`']);
  assert.deepEqual(titlesFor('disk = [ "tap:qcow2:/a/x.qcow2,xvda,w" ]'), [
    'Write `format=qcow2, vdev=xvda, access=rw, target=/a/x.qcow2`',
  ]);
});

test('what xl refuses cannot be switched off at its line', () => {
  const refused = 'memory = 512\n';
  const titles = service.actions(analyze(refused), textRange(0, refused.length)).map(({ title }) => title);
  assert.deepEqual(titles, ['Add a `name`', 'Mark the file as a fragment']);
});

interface Sample {
  readonly text: string;
  readonly source: string;
}

/** The examples of the pages, and the files of the folder of examples. */
const SAMPLES: readonly Sample[] = [
  ...RULES.flatMap(({ meta }) => {
    const page = readFileSync(`docs/rules/${meta.id}.md`, 'utf8');
    return [...page.matchAll(/^```xlcfg bad\n([^]*?)^```$/gm)].map(([, body = '']) => ({ text: readMarks(body).text, source: meta.id }));
  }),
  ...readdirSync('examples')
    .filter((file) => file.endsWith('.cfg'))
    .map((file) => ({ text: readFileSync(`examples/${file}`, 'utf8'), source: file })),
];

test('no safe fix switches anything off', () => {
  for (const { text, source } of SAMPLES) {
    const added = service
      .fixAll(text, DEFAULT_SETTINGS)
      .split('\n')
      .filter((line) => /^\s*#\s*xlcfg/.test(line));
    for (const line of added) assert.ok(text.includes(line), `${source}: ${line}`);
  }
});

test('no fix has an empty title or does nothing', () => {
  for (const { text, source } of SAMPLES) {
    for (const { title, edits } of analyze(text, REPORTING_SETTINGS).findings.flatMap(({ fixes }) => fixes)) {
      assert.doesNotMatch(title, /``|^\s*$/, source);
      assert.notEqual(applyEdits(text, edits), text, `${source}: ${title}`);
    }
  }
});

test('no action that is offered brings a new problem of its setting', () => {
  for (const { text, source } of SAMPLES) {
    const analysis = analyze(text, REPORTING_SETTINGS);
    const known = new Set(analysis.findings.map(({ ruleId, message }) => `${ruleId} ${message}`));
    for (const { title, edits } of service.actions(analysis, textRange(0, text.length))) {
      const line = (edits[0]?.range.start ?? 0) + 1;
      const after = analyze(applyEdits(text, edits), REPORTING_SETTINGS);
      const setting = after.model.settings.find(({ range }) => range.start <= line && line <= range.end);
      const news = after.findings.filter(
        ({ ruleId, message, range, severity, isAboutAbsence }) =>
          severity !== 'hint' &&
          isAboutAbsence !== true &&
          !known.has(`${ruleId} ${message}`) &&
          setting !== undefined &&
          range.start >= setting.range.start &&
          range.end <= setting.range.end,
      );
      assert.deepEqual(
        news.map(({ message }) => message),
        [],
        `${source}: ${title}`,
      );
    }
  }
});

/** A list with at least two strings, in one line. */
const LIST = /^([a-z0-9_]+) = \[ ?((?:"[^"]*"|'[^']*'), ?.*?) ?\]$/m;

/** The same text with the list in two statements, and another one between. */
function split(text: string): string | undefined {
  const [whole, name, items = ''] = LIST.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [first, ...rest] = items.match(/"[^"]*"|'[^']*'/g) ?? [];
  return text.replace(whole, `${name} = [ ${first} ]\nserial = "between"\n${name} += [ ${rest.join(', ')} ]`);
}

test('a fix leaves the statements between two parts of a list alone', () => {
  const texts = SAMPLES.flatMap(({ text, source }) => {
    const variant = split(text);
    return variant === undefined ? [] : [{ text: variant, source }];
  });
  assert.ok(texts.length > 5, String(texts.length));
  for (const { text, source } of texts) {
    const own = new Set(analyze(text, REPORTING_SETTINGS).findings.filter(({ range }) => text.startsWith('serial', range.start)));
    for (const finding of analyze(text, REPORTING_SETTINGS).findings.filter((each) => !own.has(each))) {
      if (text.slice(finding.range.start, finding.range.end).includes('serial')) continue;
      for (const { title, edits } of finding.fixes)
        assert.ok(applyEdits(text, edits).includes('serial = "between"\n'), `${source}: ${title}`);
    }
  }
});

test('a comment that switches a rule off changes no setting', () => {
  for (const { text, source } of SAMPLES) {
    const stored = JSON.stringify(analyze(text).model.settings.map(({ name, value }) => [name, value?.kind]));
    for (const { title, edits } of service.actions(analyze(text, REPORTING_SETTINGS), textRange(0, text.length))) {
      if (!title.startsWith('Disable')) continue;
      const after = analyze(applyEdits(text, edits)).model;
      assert.equal(JSON.stringify(after.settings.map(({ name, value }) => [name, value?.kind])), stored, `${source}: ${title}`);
    }
  }
});
