/** The outline, the actions on findings, and all safe fixes at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainValue } from '../../server/src/schema/value-types/check-type';
import fc from 'fast-check';
import { textRange } from '../../server/src/text/text-range';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';

test('the outline has the settings, and the items of lists below them', () => {
  const text =
    'name = "web1"\nmemory = 16384\nacpi = 0\nvif = [ "bridge=a", "bridge=b" ]\nvnuma = [ [ "pnode=0", "size=512" ], [] ]\nioports = []\n';
  const symbols = service.symbols(analyze(text));
  assert.deepEqual(
    symbols.map(({ name, detail, kind, children }) => [name, detail, kind, children.map((child) => child.name)]),
    [
      ['name', 'web1', 'text', []],
      ['memory', '16384 MiB (16 GiB)', 'number', []],
      ['acpi', 'off', 'number', []],
      ['vif', 'a, b', 'list', ['a', 'b']],
      ['vnuma', 'pnode=0, size=512, 0 items', 'list', ['pnode=0, size=512', '0 items']],
      ['ioports', '0 items', 'list', []],
    ],
  );
});

test('each finding offers its fixes and two ways to switch its rule off', () => {
  const text = 'name = "a"\nkernel = "/k"\n  memroy = 5\n';
  const analysis = analyze(text);
  const actions = service.actions(analysis, textRange(26, 32));
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred]),
    [
      ['Rename it to `memory`', true],
      ['Disable unknown-option for this line', false],
      ['Disable unknown-option for this file', false],
    ],
  );
  for (const { title, edits } of actions.slice(1)) assert.deepEqual(analyze(applyEdits(text, edits)).findings, [], title);
});

test('all findings of one kind are repaired at once, as far as that helps', () => {
  const text = 'name = "a"\nkernel = "/k"\nmemory = 010\nvcpus = 010\nmaxmem = 020\n';
  const [all, ...others] = service
    .actions(analyze(text), textRange(text.indexOf('010'), text.indexOf('010')))
    .filter(({ title }) => title.startsWith('Fix all'));
  assert.deepEqual([all?.title, others], ['Fix all octal-number in this file', []]);
  assert.equal(applyEdits(text, all?.edits ?? []), text.replaceAll('= 0', '= '));
  const once = analyze('name = "a"\nkernel = "/k"\nmemory = 010\n');
  assert.ok(!service.actions(once, textRange(0, 50)).some(({ title }) => title.startsWith('Fix all')));
});

test('no actions away from findings', () => {
  assert.deepEqual(service.actions(analyze('name = "a"\nkernel = "/k"\nmemroy = 5\n'), textRange(0, 4)), []);
});

test('all safe fixes at once, and only those', () => {
  const text = 'builder = "hvm"\nname = "a"\nmemory = 1\nmemory = 2\nmemroy = 3\nvncconsole = 1\ntsc_mode = 1\n';
  const fixed = service.fixAll(text, DEFAULT_SETTINGS);
  assert.equal(fixed, 'type = "hvm"\nname = "a"\nmemory = 2\nmemroy = 3\ntsc_mode = "always_emulate"\n');
  assert.equal(service.fixAll(fixed, DEFAULT_SETTINGS), fixed);
});

test('safe fixes keep what xl stores for every option that it reads', () => {
  const line = fc.constantFrom(
    'memory = 010\n',
    'memory = 5\n',
    'builder = "hvm"\n',
    'tsc_mode = 1\n',
    'vncconsole = 1\n',
    'type = "hv"\n',
    'vcpus = 2 maxvcpus = 3\n',
    "vif = [ 'a'; 'b' ]\n",
    'extra = "x"\n',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const text = `name = "d"\n${lines.join('')}`;
      const fixed = service.fixAll(text, DEFAULT_SETTINGS);
      const again = analyze(fixed).model;
      const before = analyze(text).model;
      assert.equal(again.domainType, before.domainType);
      for (const name of ['memory', 'vcpus', 'extra'] as const) {
        const explain = (model: typeof before): string | undefined => {
          const setting = model.byName.get(name);
          return setting?.value === undefined
            ? undefined
            : JSON.stringify(
                setting.option === undefined ? undefined : (explainValue(setting.option.type, setting.value, model) ?? setting.value.kind),
              );
        };
        assert.equal(explain(again), explain(before), `${name} in ${JSON.stringify(text)}`);
      }
    }),
  );
});
