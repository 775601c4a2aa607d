/** The schema is whole: what it names exists, and what it says can be shown. */
import assert from 'node:assert/strict';
import { VALUE_PROBLEMS } from '../../server/src/schema/value-problem';
import { SYNTAX_PROBLEMS } from '../../server/src/syntax/syntax-problem';
import type { ProblemDeclaration } from '../../server/src/text/problem';
import { checkType } from '../../server/src/schema/value-types/check-type';
import { StringOrigin } from '../../server/src/text/string-origin';
import { sayInEnglish } from '../../server/src/messages/say';
import { test } from 'node:test';
import { listForeignNames } from '../../server/src/options/foreign-names';
import { CONFIG_KINDS, type ConfigKind } from '../../server/src/schema/config-kind';
import { EVERY_OPTION, findOption, optionsOf } from '../../server/src/options/index';
import { DEFAULT_TARGET, DOMAIN_TYPES } from '../../server/src/schema/target';
import { isSince, parseXenVersion, XEN_VERSIONS } from '../../server/src/schema/xen-version';

test('names are unique and can be written', () => {
  for (const kind of CONFIG_KINDS) {
    const names = optionsOf(kind).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[a-z][._0-9a-z]*$/);
  }
});

/** Counted in the source of each release; only `pvh` ever went away. What is not released yet still grows. */
const COUNTS: Readonly<Record<ConfigKind, readonly number[]>> = {
  domain: [124, 128, 129, 131, 143, 144, 146, 149, 153, 155, 158, 158, 163, 165, 166, 171, 172],
  'xl.conf': [13, 14, 17, 17, 19, 19, 19, 19, 20, 20, 21, 21, 22, 22, 22, 22, 22],
  cpupool: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
};

test('the number of options that each release reads', () => {
  const isRead = (since: string | undefined, removed: string | undefined, index: number): boolean => {
    const from = since === undefined ? 0 : XEN_VERSIONS.findIndex((version) => version === since);
    const to = removed === undefined ? Infinity : XEN_VERSIONS.findIndex((version) => version === removed);
    return from <= index && index < to;
  };
  for (const kind of CONFIG_KINDS) {
    const options = optionsOf(kind);
    const actual = XEN_VERSIONS.slice(0, -1).map(
      (_, index) => options.filter(({ since, removed }) => isRead(since, removed, index)).length,
    );
    assert.deepEqual(actual, COUNTS[kind], 'an option of a release counts here: count them in the sources of Xen');
  }
});

test('what is said once a file is a sentence of the problem', () => {
  for (const [code, { messages, onceAFile = [] }] of Object.entries<ProblemDeclaration>({ ...SYNTAX_PROBLEMS, ...VALUE_PROBLEMS })) {
    for (const key of onceAFile) assert.ok(key in messages, `${code} ${key}`);
  }
});

for (const option of EVERY_OPTION) {
  test(`${option.name} of ${option.file} is declared in full`, () => {
    assert.match(option.summary, /^[A-Z][^.]*(?:\.\w[^.]*)*\.$/, 'the summary is one sentence');
    assert.match(option.details, /[.`]$/);
    assert.ok(option.evidence.length > 0);
    assert.ok((option.domainTypes ?? DOMAIN_TYPES).length > 0);
    for (const version of [option.since, option.removed, option.deprecated?.since])
      assert.ok(version === undefined || parseXenVersion(version) === version);
    if (option.since !== undefined && option.removed !== undefined) assert.ok(!isSince(option.since, option.removed));
    const named = [option.deprecated?.replacement?.name, option.companion, ...(option.conflicts ?? []).map((conflict) => conflict.with)];
    for (const name of named) assert.ok(name === undefined || findOption(name, option.file) !== undefined, `${name} is declared`);
    assert.notEqual(sayInEnglish(option.type.describe(DEFAULT_TARGET)), '');
  });
}

test('a name that no xl reads is not an option, and what it is replaced by is one', () => {
  for (const [name, { replacement }] of listForeignNames()) {
    assert.equal(findOption(name), undefined, name);
    assert.ok(replacement === undefined || findOption(replacement) !== undefined, replacement);
  }
});

test('what a value type suggests, it accepts', () => {
  for (const domainType of DOMAIN_TYPES) {
    const context = { target: DEFAULT_TARGET, domainType };
    for (const { name, type } of EVERY_OPTION) {
      for (const { text, isQuoted } of type.suggest(context)) {
        const value = { kind: 'atom', text, range: { start: 0, end: text.length }, isNumberToken: !isQuoted, isAppended: false } as const;
        const problems = [...checkType(type, { ...value, origin: StringOrigin.plain(0, text.length) }, context)];
        assert.deepEqual(problems, [], `${name} = ${text}`);
      }
    }
  }
});
