/** Assists that promise the same domain keep it, wherever the cursor is. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/text/text-edit';
import { textRange } from '../../server/src/text/text-range';
import { analyze, service } from '../support/check';

/** What xl stores by name, in the order of the values of each name. */
function storedByName(text: string): unknown {
  const result = service.store(text);
  if (result.kind === 'errors') return result.errors.map(({ code }) => code);
  const names = [...new Set(result.settings.map(({ name }) => name))].sort();
  return names.map((name) => [
    name,
    result.settings.filter((each) => each.name === name).map(({ operation, value }) => [operation, value]),
  ]);
}

/** Those that change what is written, but not what xl stores. */
const SAME_TEXTS: ReadonlySet<string> = new Set(['listLines', 'quoteStyle', 'sortSettings']);

/** Applies every assist at every token; gives how many there were. */
function checkAll(text: string): number {
  const analysis = analyze(text);
  const domain = service.explain(analysis);
  let count = 0;
  for (const { range } of analysis.model.tree.tokens) {
    for (const { id, title, edits, keepsDomain } of service.assists(analysis, textRange(range.start, range.start))) {
      count += 1;
      const after = applyEdits(text, edits);
      const told = `${title} at ${range.start}:\n${text}\n---\n${after}`;
      assert.notEqual(after, text, told);
      if (keepsDomain) assert.deepEqual(service.explain(analyze(after)), domain, told);
      if (id === 'convertType') assert.equal(analyze(after).model.domainType.toUpperCase(), title.split(' ').at(-1), told);
      if (SAME_TEXTS.has(id)) assert.deepEqual(storedByName(after), storedByName(text), told);
      assert.equal(service.store(after).kind, service.store(text).kind, told);
    }
  }
  return count;
}

test('in the examples', () => {
  const files = readdirSync('examples').filter((name) => name.endsWith('.cfg'));
  assert.ok(files.map((name) => checkAll(readFileSync(`examples/${name}`, 'utf8'))).reduce((sum, each) => sum + each, 0) > 100);
});

const target = fc.constantFrom(
  '/dev/vg/a',
  '/a b',
  'a',
  '',
  '/a,b',
  '/a=b',
  'phy:/dev/x',
  'file:/x.img',
  'tap:aio:/x',
  ' /a',
  "/it's",
  '/q\\\\"',
);
const vdev = fc.constantFrom('xvda', 'hdc', 'hdc:cdrom', 'xvdb1', ' sda', '');
const extras = fc.subarray(['discard', 'cdrom', 'devtype=cdrom', 'script=block-x', 'backend=dom1', 'direct-io-safe', 'access=ro', 'foo=1']);
const disk = fc.oneof(
  fc
    .tuple(target, fc.constantFrom('', 'raw', 'qcow2'), vdev, fc.constantFrom('r', 'w', 'rw', ''), extras)
    .map(([a, b, c, d, more]) => [a, b, c, d, ...more].join(',')),
  fc
    .tuple(target, vdev, fc.constantFrom('', 'format=qcow2, ', 'format=, '), extras)
    .map(([a, c, format, more]) => [...more, `${format}vdev=${c}`, `target=${a}`].join(', ')),
);
const literal = fc
  .oneof(disk, fc.constantFrom('a', "it's", '\\"', '\\n\\t', '\\\\', '', '\\011x', 'ü'))
  .chain((inner) => fc.constantFrom(`"${inner.replace(/(?<!\\)"/g, '\\"')}"`, `'${inner.replace(/(?<!\\)'/g, "\\'")}'`));
const gap = fc.constantFrom('', ' ', '\n', ' # c\n', '\n\n  ');
const list = fc
  .array(fc.tuple(gap, literal, gap), { maxLength: 4 })
  .map((items) => `[${items.map((item) => item.join('')).join(',')}${items.length > 1 ? ',' : ''}]`);
const statement = fc.oneof(
  fc.tuple(fc.constantFrom('disk = ', 'disk += '), list).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('name = ', 'root = ', 'extra = ', 'extra += ', 'root += ', 'cmdline = ', 'zzz = '), literal)
    .map((parts) => parts.join('')),
  fc.constantFrom('memory = 512', 'memory = 64', 'vcpus = 2', 'type = "pv"', 'type = "hvm"', 'vif = [ "" ]', 'vif += [ "bridge=a, ip=1" ]'),
);
const between = fc.constantFrom('\n', '\n\n', '; ', ' # beside\n', '\n# above\n', '\n\n# apart\n\n', '\n# below\n\n', ';\n  ');
const config = fc
  .tuple(
    fc.constantFrom('', '\n', '# head\n', '# head\n\n', '# head\n\n# name\n'),
    fc.array(fc.tuple(statement, between), { minLength: 1, maxLength: 7 }),
  )
  .map(([head, parts]) => `${head}name = "a"\n${parts.map((part) => part.join('')).join('')}\n`);

test('in made-up configs', () => {
  let count = 0;
  fc.assert(
    fc.property(config, (text) => {
      count += checkAll(text);
    }),
    { numRuns: 300 },
  );
  assert.ok(count > 500, `only ${count}`);
});
