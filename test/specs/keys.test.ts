/** Every key of every mini-language: completed, explained, and its unknown neighbour marked where it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPTIONS } from '../../server/src/options/index';
import { isSince } from '../../server/src/schema/xen-version';
import { analyze, completionsAt, DEFAULT_SETTINGS, hoverAt } from '../support/check';

const UNSTABLE = { ...DEFAULT_SETTINGS, target: { xen: 'unstable', arch: 'x86' } } as const;
const NESTED = new Set(['vnuma', 'vsnd']);
/** A first field without which xl reads no others. */
const FIRST: Readonly<Record<string, string>> = { cpuid: 'host,', vsnd: 'stream,', pci: '01:00.0,' };

function settingWith(option: string, shape: string, text: string): string {
  const head = 'type = "hvm"\nname = "d"\n';
  if (NESTED.has(option)) return `${head}${option} = [ [ "${text}" ] ]\n`;
  return shape === 'atom' || option === 'cpuid' ? `${head}${option} = "${text}"\n` : `${head}${option} = [ "${text}" ]\n`;
}

const REPORTS_UNKNOWN = new Set(['unknown-device-key', 'ignored-device-key', 'malformed-device', 'misread-device-value', 'refused-value']);

for (const { name, type } of OPTIONS) {
  const spec = type.spec;
  if (spec === undefined || spec.keys.length === 0) continue;
  const first = FIRST[name] ?? '';

  test(`the keys of ${name} are completed`, () => {
    const labels = completionsAt(settingWith(name, type.shape, `${first}$0`), UNSTABLE);
    const wanted = spec.keys.filter((key) => key.deprecated === undefined && isSince('unstable', key.since)).map((key) => key.name);
    assert.deepEqual([...labels].sort(), [...wanted].sort());
  });

  test(`the keys of ${name} are explained`, () => {
    // Some keys of sound cards belong to other kinds, and some thousand features differ in nothing but their names.
    for (const key of spec.keys.slice(0, 60)) {
      const text = key.type.isFlag === true ? `${first}${key.name}$0` : `${first}$0${key.name}=1`;
      assert.match(hoverAt(settingWith(name, type.shape, text), UNSTABLE) ?? '', new RegExp(`\\*\\*${key.name}\\*\\*`), key.name);
    }
  });

  test(`an unknown key beside those of ${name} is marked where it stands`, () => {
    for (const key of spec.keys.slice(0, 60)) {
      const neighbour = `${key.name.replace(/_/g, '')}q`;
      const text = settingWith(
        name,
        type.shape,
        key.type.isFlag === true && name !== 'disk' && name !== 'vif' ? neighbour : `${first}${neighbour}=1`,
      );
      const marked = analyze(text, UNSTABLE).findings.filter(({ ruleId }) => REPORTS_UNKNOWN.has(ruleId));
      assert.ok(
        marked.some(({ range }) => text.slice(range.start, range.end).replace('"', '').startsWith(neighbour) || name === 'rdm'),
        `${neighbour} of ${name}`,
      );
    }
  });

  test(`the values of the keys of ${name} are completed, and right`, () => {
    for (const key of spec.keys.slice(0, 60)) {
      for (const { text } of key.type.suggest({ ...UNSTABLE, domainType: 'hvm' })) {
        const labels = completionsAt(settingWith(name, type.shape, `${first}${key.name}=$0`), UNSTABLE);
        assert.ok(labels.includes(text), `${text} for ${key.name}`);
      }
    }
  });
}
