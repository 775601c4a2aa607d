/** Whatever the new name is and however the old one is written: the config says the same under the new name, or nothing is renamed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StoredValue } from '../../server/src/syntax/stored-settings';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';
import { CONFIG } from '../support/damaged-configs';
import { fuzzRuns } from '../support/fuzz-size';

const NAMES = ['web', 'a', "it's", 'x"y', 'b\\c', 'a b', 'été', 'x{{ y }}', '/a/b.img', 'x#y', '00:16:3e:00:00:01', 'a=b', 'br0'];
const name = fc.constantFrom(...NAMES);
const newName = fc.oneof(
  name,
  fc
    .array(
      fc.constantFrom(
        'n',
        '0',
        '"',
        "'",
        '\\',
        ',',
        '=',
        ' ',
        '#',
        '{{ z }}',
        '%',
        ';',
        ']',
        'x41',
        '\n',
        '\0',
        'é',
        '$',
        '${a}',
        '/',
        ':',
        '|',
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((parts) => parts.join('')),
);

/** A string in the way of one quote or the other, with escapes for what needs them and for what does not. */
function write(text: string, quote: string, escapesMore: boolean): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote + (escapesMore ? escaped.replace(/[aw]/, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`) : escaped) + quote;
}

const STATEMENTS: readonly ((one: string, other: string) => readonly [option: string, values: readonly string[]])[] = [
  (one) => ['name', [one]],
  (one, other) => ['vif', [`bridge=${one},vifname=${other}`, `backend=${other},bridge=${one}`]],
  (one, other) => ['disk', [`phy:${one},xvda,w`, `format=raw, vdev=xvdb, backend=${other}, target=${one}`]],
  (one) => ['vtpm', [`backend=${one},uuid=00000000-0000-0000-0000-000000000001`]],
  (one) => ['pool', [one]],
  (one) => ['kernel', [one]],
  (one, other) => ['channel', [`connection=socket,path=${other},name=${one}`]],
  (one) => ['device_model_stubdomain_seclabel', [one]],
];
const statement = fc
  .tuple(
    fc.constantFrom(...STATEMENTS),
    name,
    name,
    fc.constantFrom('"', "'"),
    fc.boolean(),
    fc.constantFrom('', ' # a web "b', " # it's {{ c }}"),
  )
  .map(([make, one, other, quote, escapesMore, comment]) => {
    const [option, values] = make(one, other);
    const written = values.map((value) => write(value, quote, escapesMore));
    return `${option} = ${values.length === 1 && option !== 'vtpm' && option !== 'channel' ? written.join('') : `[ ${written.join(', ')} ]`}${comment}\n`;
  });
const config = fc.oneof({ weight: 3, arbitrary: fc.array(statement, { minLength: 1, maxLength: 6 }).map((all) => all.join('')) }, CONFIG);

function* atomsOf(value: StoredValue): Generator<string> {
  if (typeof value === 'string') yield value;
  else for (const item of value) yield* atomsOf(item);
}

const literally = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);

test('a renaming changes the name and nothing else', () => {
  let count = 0;
  fc.assert(
    fc.property(config, fc.nat(), newName, (text, at, wanted) => {
      const analysis = analyze(text);
      const offset = at % (text.length + 1);
      const target = service.prepareRename(analysis, offset);
      const renamed = service.rename(analysis, offset, wanted);
      if (target.kind === 'refused') assert.equal(renamed.kind, 'refused');
      if (target.kind === 'refused' || renamed.kind === 'refused') return;
      const before = service.store(text);
      const after = service.store(applyEdits(text, renamed.edits));
      if (before.kind !== 'settings') return;
      count += 1;
      assert.ok(after.kind === 'settings', JSON.stringify(renamed.edits));
      const shape = ({ name: option, operation }: (typeof after.settings)[number]): string => `${option} ${operation}`;
      assert.deepEqual(after.settings.map(shape), before.settings.map(shape));
      after.settings.forEach(({ value }, index) => {
        const [now, then] = [value, before.settings[index]?.value ?? ''].map((each) => [...atomsOf(each)]);
        assert.equal(now?.length, then?.length);
        now?.forEach((atom, place) => {
          const old = then?.[place] ?? '';
          if (atom === old) return;
          // The same thing can be written in several ways, of which the text under the cursor is one.
          const pieces = old.toLowerCase().split(target.text.toLowerCase()).map(literally);
          assert.match(
            atom.toLowerCase(),
            new RegExp(`^${pieces.join(`(?:${literally(target.text.toLowerCase())}|${literally(wanted.toLowerCase())})`)}$`, 'su'),
          );
        });
      });
    }),
    fuzzRuns(1500),
  );
  assert.ok(count > 20, String(count));
});
