/** Kinds of values are put together: what holds for a choice holds in an option, in a key and in a list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayInEnglish } from '../../server/src/messages/say';
import { readField } from '../../server/src/schema/domain-field';
import { choice } from '../../server/src/schema/value-types/choice';
import { textOrList } from '../../server/src/schema/value-types/list';
import type { XlValue } from '../../server/src/schema/xl-value';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { StringOrigin } from '../../server/src/text/string-origin';
import { textRange } from '../../server/src/text/text-range';
import { checkFindings, checkFix, completionsAt, DEFAULT_SETTINGS, messagesOf } from '../support/check';

const OLD = { ...DEFAULT_SETTINGS, target: { xen: '4.8', arch: 'x86' } } as const;
const CONTEXT = { target: DEFAULT_TARGET, domainType: 'hvm' } as const;
const HEAD = 'type = "hvm"\nname = "a"\n';

test('a value that came later is said to be too new, in an option and in a string', () => {
  const disk = `builder = "hvm"\nname = "a"\ndisk = [ "format=qed, vdev=xvda, target=/a.img" ]\n`;
  assert.deepEqual(messagesOf(disk, 'value-too-new', OLD), ['`qed` is a value of `format` only since Xen 4.9']);
  assert.deepEqual(messagesOf(disk, 'value-too-new'), []);
  checkFindings(`${disk}#                ^^^ value-too-new\n`, OLD);
});

test('a list has the kind of its items', () => {
  const list = `${HEAD}mca_caps = [ "lmce", "lmcf" ]\n`;
  assert.deepEqual(messagesOf(list, 'refused-value'), ['Invalid `mca_caps` "lmcf": it can be `lmce`']);
  checkFix('refused-value', list, list.replace('lmcf', 'lmce'));
  assert.deepEqual(completionsAt(`${HEAD}mca_caps = [ "$0" ]\n`), ['lmce']);
});

test('a text alone or in a list has one kind', () => {
  const type = textOrList({ of: choice({ values: [{ value: 'fast' }, { value: 'safe', detail: 'Writes through.' }] }) });
  const place = { range: textRange(0, 0) };
  const atom = (text: string) =>
    ({ kind: 'atom', text, isNumberToken: false, isAppended: false, origin: StringOrigin.plain(0, text.length), ...place }) as const;
  const wrongIn = (value: XlValue): readonly string[] => [...type.check(value, CONTEXT)].map(({ message }) => message);
  assert.deepEqual(wrongIn(atom('fast')), []);
  assert.equal(wrongIn(atom('quick')).length, 1);
  assert.equal(wrongIn({ kind: 'list', items: [atom('fast'), atom('quick')], ...place }).length, 1);
  assert.deepEqual(
    type.suggest(CONTEXT).map(({ text }) => text),
    ['fast', 'safe'],
  );
  const field = { at: 'b_info.extra', as: 'strings' } as const;
  assert.deepEqual(readField(field, atom('fast'), type, CONTEXT), ['fast']);
  assert.equal(sayInEnglish(type.describe(CONTEXT.target)), 'one of `"fast"`, `"safe"`, alone or in a list');
});

test('a value in capitals is told from one that is none', () => {
  assert.deepEqual(messagesOf('name = "a"\ntype = "HVM"\n', 'refused-value'), ['Invalid `type` "HVM": values are lower case']);
  assert.deepEqual(messagesOf(`${HEAD}disk = [ "format=RAW,vdev=xvda,target=/a" ]\n`, 'refused-device-value'), [
    'Invalid `format` "RAW": values are lower case',
  ]);
});

test('a size with a unit is told in MiB', () => {
  assert.deepEqual(messagesOf('name = "a"\nmemory = 4G\n', 'invalid-number'), [
    '`4G` is not a number: xl takes no units. Write 4096 (MiB)',
  ]);
  assert.deepEqual(messagesOf('name = "a"\nmemory = 4k\n', 'invalid-number'), ['`4k` is not a number: xl takes no units']);
});
