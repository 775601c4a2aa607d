/** The index over the configs of a workspace: what changes in one file changes what is known of that file alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLanguageService, WorkspaceIndex } from '../../server/src/language-service';

const service = createLanguageService();

function configOf(name: string, bridges: readonly string[]): string {
  return `name = "${name}"\nmemory = 1\nkernel = "/k"\nvif = [ ${bridges.map((bridge) => `"bridge=${bridge},backend=d${bridge}"`).join(', ')} ]\n`;
}

function indexOf(texts: ReadonlyMap<string, string>): WorkspaceIndex {
  const index = new WorkspaceIndex();
  for (const [file, text] of texts) index.set(file, service.summarize(text));
  return index;
}

const BRIDGES = ['a', 'b', 'c'];

/** Everything that can be asked, in an order that does not depend on the order of changes. */
function ask(index: WorkspaceIndex): unknown {
  const things = BRIDGES.flatMap((each) => [
    index.find({ kind: 'bridge', identity: each }),
    index.find({ kind: 'domain', identity: `d${each}` }),
  ]);
  const symbols = index.symbols('').map(({ file, place, domain }) => `${file} ${domain} ${place.kind} ${place.text}`);
  const shared = [...index.sharedValues].map(([path, values]) => `${path} ${[...values].sort().join()}`);
  return [things.map((found) => found.map(({ file, place }) => `${file} ${place.range.start}`).sort()), symbols.sort(), shared.sort()];
}

const change = fc.record({
  file: fc.constantFrom('one', 'two', 'three'),
  text: fc.option(fc.array(fc.constantFrom(...BRIDGES), { maxLength: 4 }).map((bridges) => configOf(`d${bridges[0] ?? 'x'}`, bridges))),
});

test('after any changes the index is the one that is made of the files as they are', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const index = new WorkspaceIndex();
      const texts = new Map<string, string>();
      for (const { file, text } of changes) {
        if (text === null) {
          index.delete(file);
          texts.delete(file);
        } else {
          index.set(file, service.summarize(text));
          texts.set(file, text);
        }
        // What is asked in between must not be remembered for too long.
        ask(index);
      }
      assert.deepEqual(ask(index), ask(indexOf(texts)));
    }),
  );
});

test('symbols are found by letters in their order, domains first, and no more than anybody looks through', () => {
  const index = indexOf(new Map([['one', configOf('backup-server', ['br-dmz', 'br-dmz', 'br-lan'])]]));
  assert.deepEqual(
    index.symbols('br').map(({ place }) => place.text),
    ['backup-server', 'br-dmz', 'br-lan'],
  );
  assert.deepEqual(
    index.symbols('BDZ').map(({ place }) => place.text),
    ['br-dmz'],
  );
  const many = new Map(
    Array.from({ length: 30 }, (_, number) => [
      `${number}`,
      configOf(
        `web${number}`,
        Array.from({ length: 50 }, (_, each) => `b${each}`),
      ),
    ]),
  );
  const symbols = indexOf(many).symbols('');
  assert.equal(symbols.length, 500);
  assert.deepEqual(new Set(symbols.slice(0, 30).map(({ place }) => place.kind)), new Set(['domain']));
});

test('disks of one config are no things of another, and files that are no configs say nothing', () => {
  const text = 'name = "a"\nmemory = 1\nkernel = "/k"\ndisk = [ "/a,raw,xvda,rw" ]\n';
  const index = indexOf(
    new Map([
      ['one', text],
      ['two', text],
      ['three', '[section]\nname = a\n'],
    ]),
  );
  assert.deepEqual(index.find({ kind: 'disk', identity: '51712' }), []);
  assert.equal(index.find({ kind: 'file', identity: '/a' }).length, 2);
  assert.deepEqual(new Set(index.symbols('').map(({ file }) => file)), new Set(['one', 'two']));
});
