/** Every option that xl reads, and every key of every device, reaches the domain that `explain` shows, or says why not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDomain } from '../../server/src/domain/build-domain';
import type { SettingsByName } from '../../server/src/model/setting';
import { DEVICE_OPTIONS, type Option, OPTIONS } from '../../server/src/options/index';
import { isKnownTo } from '../../server/src/schema/option';
import { DOMAIN_TYPES, type DomainType } from '../../server/src/schema/target';
import type { SpecKey, ValueType } from '../../server/src/schema/value-types/value-type';
import { XEN_VERSIONS, type XenVersion } from '../../server/src/schema/xen-version';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';

const CONTEXT = { target: { xen: 'unstable', arch: 'arm' }, domainType: 'hvm' } as const;

/** A text of every form that some kind of value insists on. */
const TEXTS = ['7', '512', '1MB/s', '00112233-4455-6677-8899-aabbccddeeff', '00:16:3e:00:00:01', '0:640x480', '01:00.0', 's8', '/a'];

/** What a string begins with where it says by its first word what it is about. */
const KINDS = ['', 'card', 'pcm', 'stream'];

function samplesOf(type: ValueType): readonly string[] {
  return [...type.suggest(CONTEXT).map(({ text }) => text), ...TEXTS];
}

/** The key with a value, in every form. */
function fieldsOf({ name, type }: SpecKey): readonly string[] {
  return type.isFlag === true ? [name] : samplesOf(type).map((text) => `${name}=${text}`);
}

/** The newest release that reads an option. */
function newestOf(option: Option): XenVersion {
  return XEN_VERSIONS.findLast((xen) => isKnownTo(option, { xen, arch: 'arm' })) ?? 'unstable';
}

function explain(text: string, xen: XenVersion): string | undefined {
  return JSON.stringify(service.explain(analyze(text, { ...DEFAULT_SETTINGS, target: { xen, arch: 'arm' } })));
}

/** Whether some value of an option makes another domain than one without it. */
function isShown(option: Option): boolean {
  const xen = newestOf(option);
  const texts = [...samplesOf(option.type), ...(option.type.spec?.keys ?? []).flatMap(fieldsOf)];
  const values = texts.flatMap((text) => [`"${text}"`, `["${text}"]`, ...(/^\d+$/.test(text) ? [text] : [])]);
  // `builder` counts only where there is no type.
  return [...(option.domainTypes ?? DOMAIN_TYPES).map((type) => `type = "${type}"\n`), ''].some((head) => {
    const base = `name = "d"\nkernel = "/k"\n${head}`;
    const other = explain(base, xen);
    return values.some((value) => ![undefined, other].includes(explain(`${base}${option.name} = ${value}\n`, xen)));
  });
}

/** The options that are asked for by their names while a domain of that type is made. */
function askedFor(domainType: DomainType, xen: XenVersion): readonly string[] {
  const { model } = analyze(`name = "d"\nvnc = 1\ntype = "${domainType}"\n`, { ...DEFAULT_SETTINGS, target: { xen, arch: 'x86' } });
  const names: string[] = [];
  const byName: SettingsByName = {
    get(name) {
      names.push(name);
      return model.byName.get(name);
    },
    has: (name) => model.byName.has(name),
    values: () => model.byName.values(),
  };
  buildDomain({ ...model, byName });
  return names;
}

const ASKED = new Set(DOMAIN_TYPES.flatMap((type) => [...askedFor(type, 'unstable'), ...askedFor(type, '4.6')]));

for (const option of OPTIONS) {
  const { name, field, withoutEffect } = option;
  test(`${name} reaches the domain, or its declaration says why not`, () => {
    // What is put together from several settings is asked for by name; the real xl is the judge of that.
    const isReached = (field === undefined && ASKED.has(name)) || isShown(option);
    assert.ok(isReached || field?.as === 'random' || withoutEffect !== undefined);
  });
}

for (const { name, type } of DEVICE_OPTIONS) {
  const { spec } = type;
  if (spec === undefined) continue;
  test(`every key of ${name} reaches the domain, or its declaration says why not`, () => {
    assert.ok(spec.toStruct !== undefined, 'the language says what becomes of a string');
    const structOf = (kind: string, fields: readonly string[]): string =>
      JSON.stringify(spec.toStruct?.([...(kind === '' ? [] : [kind]), ...fields].join(','), CONTEXT));
    for (const key of spec.keys) {
      const others = spec.keys.filter((each) => each !== key && each.type.isFlag !== true);
      // A key may count beside certain others only, so it is tried alone and beside all of them, with their first and last values.
      const firsts = others.map((each) => fieldsOf(each)[0] ?? '');
      const lasts = others.map((each) => `${each.name}=${each.type.suggest(CONTEXT).at(-1)?.text ?? TEXTS[0]}`);
      const isReached = KINDS.some((kind) =>
        [[], firsts, lasts].some((base) => fieldsOf(key).some((field) => structOf(kind, [field, ...base]) !== structOf(kind, base))),
      );
      assert.equal(isReached, key.deprecated !== null, key.name);
    }
  });
}
