/** Whatever is accepted, wherever: a text that was right stays right, and no other setting changes. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Completion, StoredValue } from '../../server/src/language-service';
import { OPTIONS } from '../../server/src/options/index';
import { parse } from '../../server/src/syntax/parser';
import { storeSettings } from '../../server/src/syntax/stored-settings';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';
import { expandSnippet } from '../support/expand-snippet';

interface SnippetSource {
  readonly body: readonly string[];
}

const snippets = JSON.parse(readFileSync('snippets/xlcfg.code-snippets', 'utf8')) as Readonly<Record<string, SnippetSource>>;
const TEXTS: ReadonlyMap<string, string> = new Map([
  ...readdirSync('examples')
    .filter((name) => name.endsWith('.cfg'))
    .map((name): [string, string] => [name, withoutBrokenLines(readFileSync(join('examples', name), 'utf8'))]),
  ...Object.entries(snippets).map(([name, { body }]): [string, string] => [name, expandSnippet(body.join('\n'))]),
  ['the examples of options', OPTIONS.flatMap(({ examples = [] }) => examples.map(({ body }) => expandSnippet(body))).join('\n\n')],
]);

/** One of the examples is there for its syntax errors. */
function withoutBrokenLines(text: string): string {
  const { problems } = parse(text);
  if (problems.length === 0) return text;
  const lines = text.split('\n');
  return lines.filter((line) => parse(`${line}\n`).problems.length === 0).join('\n');
}

for (const [name, text] of TEXTS) {
  test(`accepting what is offered in ${name}`, () => {
    checkEverywhere(text);
  });
}

const word = fc.constantFrom(
  '',
  'a',
  'xl',
  'pvh',
  'a b',
  '/dev/vg/a',
  'format=raw',
  'vdev=xvda, access=w',
  'phy:/dev/x,xvda,w',
  'bridge=br0,mac=',
);
const string = fc.oneof(
  word.map((text) => `"${text}"`),
  word.map((text) => `'${text}'`),
);
const gap = fc.constantFrom('', ' ', '  ', '\n', '\n  ', ' # note, hvm\n', '\n\n');
const list = fc
  .tuple(fc.array(fc.oneof(string, fc.constant('[ "a" ]'), fc.constant('1')), { maxLength: 3 }), gap, fc.constantFrom('', ','))
  .map(([items, space, comma]) => `[${space}${items.join(`,${space}`)}${items.length > 0 ? comma : ''}${space}]`);
const value = fc.oneof(string, list, fc.constantFrom('0', '1', '512', '0x10'));
const names = fc.constantFrom(
  'disk',
  'vif',
  'pci',
  'type',
  'vnc',
  'on_crash',
  'memory',
  'cpus',
  'viridian',
  'extra',
  'unknown_name',
  'vga',
);
const statement = fc
  .tuple(fc.constantFrom('', '  '), names, fc.constantFrom('=', ' = ', ' += ', '= '), value)
  .map(([indent, name, operator, written]) => `${indent}${name}${operator}${written}`);
const line = fc.oneof(
  { weight: 4, arbitrary: statement },
  fc.constantFrom('', '   ', '# xl', '#', '# xlcfg: xen=4.17', '# xlcfg-disable-next-line unknown-option', '# mail server, hvm', ';'),
);
const separator = fc.constantFrom('\n', '\n', '\n', ' \n', ' # note\n', ';', '; ', ' ;\n');
const file = fc
  .array(fc.tuple(line, separator), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''))
  .filter((text) => parse(text).problems.length === 0);

test('accepting what is offered in generated files', () => {
  fc.assert(fc.property(file, checkEverywhere), { seed: 1, numRuns: 150 });
});

/** Lists longer than this are the names of options; of those a few at a place are enough, others at the next place. */
const MANY = 24;

function checkEverywhere(text: string): void {
  assert.deepEqual(parse(text).problems, []);
  const analysis = analyze(text);
  listOffsets(text).forEach((offset, place) => {
    const items = service.complete(analysis, offset);
    const step = Math.max(1, Math.floor(items.length / MANY));
    for (let index = place % step; index < items.length; index += step) checkAccepted(text, offset, items[index]);
  });
}

/** Every border between tokens, and a place inside of each; in strings and comments every place. */
function listOffsets(text: string): readonly number[] {
  const offsets = [...parse(text).tokens].flatMap(({ kind, range: { start, end } }) => {
    if (kind === 'string' || kind === 'comment') return Array.from({ length: end - start }, (_, index) => start + index);
    return [start, (start + end) >> 1];
  });
  return [...new Set(offsets)];
}

function checkAccepted(text: string, offset: number, item: Completion | undefined): void {
  if (item === undefined) return;
  const forms = item.snippet === undefined ? [item.newText] : [item.newText, expandSnippet(item.snippet)];
  for (const newText of new Set(forms)) {
    const after = applyEdits(text, [{ range: item.range, newText }]);
    const story: string = `${JSON.stringify(`${text.slice(0, offset)}|${text.slice(offset)}`)}, ${item.label}: ${JSON.stringify(after)}`;
    assert.ok(item.range.start <= offset && offset <= item.range.end, `the range holds the cursor: ${story}`);
    assert.deepEqual(parse(after).problems, [], story);
    const touched = touchedNames(text, item, newText);
    assert.deepEqual(settingsWithout(after, touched), settingsWithout(text, touched), story);
  }
}

/** The settings that the item is about: the one it stands in, and those that it writes. */
function touchedNames(text: string, { range, label }: Completion, newText: string): ReadonlySet<string> {
  const around = parse(text).assignments.filter((each) => each.range.start <= range.start && range.end <= each.range.end);
  return new Set([label, ...[...around, ...parse(newText).assignments].map(({ name }) => name.text)]);
}

function settingsWithout(text: string, names: ReadonlySet<string>): readonly (readonly [string, StoredValue | string])[] {
  const tree = parse(text);
  const stored = storeSettings({ ...tree, assignments: tree.assignments.filter(({ name }) => !names.has(name.text)) });
  if (stored.kind === 'errors') return stored.errors.map(({ code }) => ['error', code]);
  return stored.settings.map(({ name, value: kept }) => [name, kept]);
}
