/** Every default that is declared is a value that could be written, and that xl takes without a word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVERY_OPTION } from '../../server/src/options/index';
import { keysKnownTo } from '../../server/src/specs/spec-key';
import { XEN_VERSIONS } from '../../server/src/schema/xen-version';
import { isKnownTo } from '../../server/src/schema/option';
import type { Spec, SpecKey } from '../../server/src/schema/value-types/value-type';
import { textRange } from '../../server/src/text/text-range';
import { analyze, DEFAULT_SETTINGS, hoverAt } from '../support/check';

const NOWHERE = textRange(0, 0);

for (const option of EVERY_OPTION) {
  const { name, default: value, type, file } = option;
  if (value === undefined) continue;
  test(`the default of ${name} of ${file}`, () => {
    const xen = XEN_VERSIONS.filter((version) => isKnownTo(option, { xen: version, arch: option.arch ?? 'x86' })).at(-1) ?? '4.22';
    const settings = { ...DEFAULT_SETTINGS, target: { xen, arch: option.arch ?? 'x86' } as const };
    const written = /^(?:\d+|0x[\da-f]+)$/.test(value) ? value : `"${value}"`;
    const text = `# xlcfg: file=${file}\n${name === 'type' || file !== 'domain' ? '' : `type = "${option.domainTypes?.[0] ?? 'hvm'}"\n`}${name} = ${written}\n`;
    const { model } = analyze(text, settings);
    assert.deepEqual(
      model.valueProblems.filter(({ setting }) => setting.name === name),
      [],
    );
    const offered = type.shape === 'list' ? [] : type.suggest(model);
    // Where there is a set to choose from, the default is in it.
    if (['choice', 'number-or-choice', 'boolean'].includes(type.kind))
      assert.ok(
        offered.some((each) => each.text === value),
        value,
      );
    assert.doesNotMatch(value, /\b(?:same|default of|host|random|none from)\b|[()]/, 'a value, not a phrase');
  });
}

const SPECS = new Map(EVERY_OPTION.flatMap(({ type }) => (type.spec === undefined ? [] : [[type.spec.id, type.spec] as [string, Spec]])));

function check({ type, name, default: value = '' }: SpecKey): readonly unknown[] {
  const context = { target: DEFAULT_SETTINGS.target, domainType: 'hvm', key: name } as const;
  const target = { xen: 'unstable', arch: 'x86' } as const;
  return [...type.check({ text: value, range: NOWHERE, rangeOf: () => NOWHERE }, { ...context, target })];
}

for (const { id, keys } of SPECS.values()) {
  for (const key of keysKnownTo(keys, { xen: 'unstable', arch: 'x86' })) {
    if (key.default === undefined) continue;
    test(`the default of ${key.name} in ${id}`, () => {
      assert.deepEqual(check(key), []);
      assert.doesNotMatch(key.default ?? '', /\s/);
    });
  }
}

test('a hover tells the value from what there is to know of it', () => {
  assert.match(hoverAt('mem$0ory = 1') ?? '', /\| Default \| 32 \(from libxl\) \|/);
  assert.match(hoverAt('max$0vcpus = 1') ?? '', /\| Default \| same as vcpus \(or the vnuma total\) \|/);
  assert.match(hoverAt('gfx_pass$0thru = 1') ?? '', /\| Value \| `0` \(off\), `1` \(on\) or one of .*\n\| Default \| 0 \|/);
  assert.match(hoverAt('gfx_passthru = $01') ?? '', /\*\*on\*\*/);
});
