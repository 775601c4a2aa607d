/** The domain that xl makes of a config, setting by setting: what each comes to, and what is left to a default. */
import { buildDomain } from '../domain/build-domain';
import { findIdleSettings, type IdleReason } from '../model/queries/idle-settings';
import type { Setting } from '../model/setting';
import { findOption, type Option, optionsOf } from '../options/index';
import { readField } from '../schema/domain-field';
import type { HostSetting } from '../schema/host-defaults';
import { isKnownTo, typesReadBy } from '../schema/option';
import { DOMAIN_TYPES, type DomainType } from '../schema/target';
import { explainValue } from '../schema/value-types/check-type';
import type { ExplainedPart, Spec } from '../schema/value-types/value-type';
import { type AtomValue, atomsOf, unplacedAtom, type XlValue } from '../schema/xl-value';
import { type Json, type JsonObject, valueAt } from '../text/json';
import { message, plainMessage, type Word } from '../text/message';
import type { ValidatedModel } from '../validation/validate';
import { type Chapter, chapterOf } from './domain-chapters';
import { fieldWords } from './field-words';

/** What a setting, or one device of its list, comes to. */
export interface DescribedSetting {
  readonly option: string;
  /** What tells a device from its like. */
  readonly device?: Word;
  /** The value as the file has it, where that says it best. */
  readonly text?: string;
  /** The value in words. */
  readonly words?: Word;
  /** The parts of a device, but for what is left to its defaults. */
  readonly parts?: readonly ExplainedPart[];
  /** Where it comes from: a place in the text, the other settings, the `xl.conf` of the host, or a default. */
  readonly origin: number | 'others' | 'host' | 'default';
}

export interface IdleSetting {
  readonly setting: Setting;
  /** Undefined where xl leaves out of the domain what it read. */
  readonly reason: IdleReason | undefined;
}

export interface DomainDescription {
  readonly chapters: ReadonlyMap<Chapter, readonly DescribedSetting[]>;
  /** In the order of the text. */
  readonly idle: readonly IdleSetting[];
}

/** An option that is set in fewer files, of 155, is not missed by who reads a page without it. */
const COMMON = 35;

/** Stands for a password. */
const HIDDEN = message('set, and not repeated here');

/** Describes a domain that xl takes, or what another of its files sets. */
export function describeDomain(model: ValidatedModel): DomainDescription {
  const domain = model.kind === 'domain' ? buildDomain(model) : {};
  const idle = new Map<Setting, IdleReason | undefined>(findIdleSettings(model));
  for (const { setting, problem } of model.valueProblems) if (DROPPED.has(problem.code)) idle.set(setting, { kind: 'not-taken' });
  for (const setting of model.byName.values()) if (!idle.has(setting) && isLeftOut(setting, domain)) idle.set(setting, undefined);
  const chapters = new Map<Chapter, DescribedSetting[]>();
  const add = (chapter: Chapter, rows: readonly DescribedSetting[]): unknown =>
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), ...rows]);
  for (const option of optionsOf(model.kind)) {
    const setting = model.byName.get(option.name);
    const isWritten = setting !== undefined && !idle.has(setting);
    const described = isWritten
      ? describeSetting(option, setting.value, setting.nameRange.start, domain, model)
      : describeUnset(option, domain, model);
    add(chapterOf(option), described);
  }
  for (const { chapter, row } of describeHost(model)) add(chapter, [row]);
  const order = (a: IdleSetting, b: IdleSetting): number => a.setting.range.start - b.setting.range.start;
  return { chapters, idle: [...idle].map(([setting, reason]) => ({ setting, reason })).sort(order) };
}

/** Settings of the host that no option of a domain stands for, and the types of domains that they are for. */
const OF_HOST: readonly { readonly name: HostSetting; readonly chapter: Chapter; readonly types?: readonly DomainType[] }[] = [
  { name: 'autoballoon', chapter: 'memory' },
  { name: 'claim_mode', chapter: 'memory' },
  { name: 'vm.cpumask', chapter: 'cpus' },
  { name: 'vm.hvm.cpumask', chapter: 'cpus', types: ['hvm', 'pvh'] },
  { name: 'vm.pv.cpumask', chapter: 'cpus', types: ['pv'] },
  { name: 'run_hotplug_scripts', chapter: 'devices' },
];

/** What the host sets for every domain. */
function describeHost(model: ValidatedModel): readonly { readonly chapter: Chapter; readonly row: DescribedSetting }[] {
  return OF_HOST.flatMap(({ name, chapter, types = DOMAIN_TYPES }) => {
    const [text, option] = [model.hostDefaults.get(name), findOption(name, 'xl.conf')];
    if (text === undefined || option === undefined || !types.includes(model.domainType)) return [];
    const [described] = describeSetting(option, unplacedAtom(text), 0, {}, model);
    return described === undefined ? [] : [{ chapter, row: { ...described, origin: 'host' } }];
  });
}

/** The problems of a value that xl drops. */
const DROPPED: ReadonlySet<string> = new Set(['wrong-value-type', 'ignored-value', 'add-assign-number']);

/** Texts go into the domain as they are, so one that is not there was left out. */
function isLeftOut({ option }: Setting, domain: JsonObject): boolean {
  const { field } = option ?? {};
  return field?.as === 'string' && !field.at.startsWith('b_info.type.') && valueAt(domain, field.at) === undefined;
}

function describeSetting(
  option: Option,
  value: XlValue | undefined,
  origin: number,
  domain: JsonObject,
  model: ValidatedModel,
): readonly DescribedSetting[] {
  if (value === undefined) return [];
  const { spec } = option.type;
  const atoms = spec === undefined ? [] : atomsOf(value);
  if (spec !== undefined && atoms.length > 0) return atoms.map((atom) => describeItem(option, atom, spec, model));
  if (option.isSecret === true) return [{ option: option.name, words: HIDDEN, origin }];
  const other = changedByOthers(option, value, domain, model);
  if (other !== undefined) return [{ option: option.name, words: fieldWords(other, option.field?.as), origin: 'others' }];
  return [{ option: option.name, ...describeValue(option, value, model), origin }];
}

/** What a field has, where that is not what the setting says. */
function changedByOthers({ field, type }: Option, value: XlValue, domain: JsonObject, model: ValidatedModel): Json | undefined {
  if (field?.as !== 'memkb') return undefined;
  const [own, present] = [readField(field, value, type, model), valueAt(domain, field.at)];
  return own === present ? undefined : present;
}

function describeItem(option: Option, atom: AtomValue, spec: Spec, model: ValidatedModel): DescribedSetting {
  const title = spec.title?.(atom.text, model);
  const set = (spec.explain?.(atom.text, model) ?? []).filter(([, , isDefault]) => isDefault !== true);
  const others = set.filter(([, value]) => value !== title?.name);
  const secrets = new Set<Word>(spec.keys.filter(({ isSecret }) => isSecret === true).map(({ name }) => name));
  const parts = (others.length === 0 ? set : others).map(([label, value]): ExplainedPart => [label, secrets.has(label) ? HIDDEN : value]);
  return {
    option: option.name,
    ...(title === undefined ? {} : { device: title.name }),
    ...(parts.length === 0 ? { text: atom.text } : { parts }),
    origin: atom.range.start,
  };
}

function describeValue({ type }: Option, value: XlValue, model: ValidatedModel): Pick<DescribedSetting, 'text' | 'words'> {
  const explained = explainValue(type, value, model);
  if (value.kind === 'list') {
    const texts = value.items.flatMap((item) => (item.kind === 'atom' ? [item.text] : []));
    return texts.length === 0 || texts.length < value.items.length ? wordsOnly(explained) : { text: texts.join(', ') };
  }
  const word = typeof explained === 'string' ? explained : value.text;
  const choice = type.shape === 'atom' ? type.values?.find((each) => each.value === word) : undefined;
  if (choice?.detail !== undefined) return { text: word, words: plainMessage(choice.detail) };
  return explained === undefined ? { text: value.text } : { words: explained };
}

function wordsOnly(words: Word | undefined): Pick<DescribedSetting, 'words'> {
  return words === undefined ? {} : { words };
}

/** What the host or others make of an option that nobody sets, or the default where many would look for it. */
function describeUnset(option: Option, domain: JsonObject, model: ValidatedModel): readonly DescribedSetting[] {
  const { field, name, type } = option;
  const ofHost = hostValueOf(option, model);
  if (ofHost !== undefined) return [{ option: name, ...describeValue(option, unplacedAtom(ofHost), model), origin: 'host' }];
  const present = field === undefined ? undefined : valueAt(domain, field.at);
  const initial = defaultOf(option, model);
  const isDefault = field !== undefined && initial !== undefined && readField(field, initial, type, model) === present;
  if (present !== undefined && !isDefault) return [{ option: name, ...describePresent(present, option), origin: 'others' }];
  return present !== undefined || (isLookedFor(option) && isFor(option, model)) ? describeDefaultOf(option, initial, model) : [];
}

/** What the `xl.conf` of the host says for an option. */
function hostValueOf(option: Option, model: ValidatedModel): string | undefined {
  return option.defaultFrom === undefined || !isFor(option, model) ? undefined : model.hostDefaults.get(option.defaultFrom);
}

/** The default, in the words of the declaration where it is no value and few options are shown. */
function describeDefaultOf(option: Option, initial: AtomValue | undefined, model: ValidatedModel): readonly DescribedSetting[] {
  const { name, file, defaultNote } = option;
  if (initial !== undefined) return [{ option: name, ...describeValue(option, initial, model), origin: 'default' }];
  return file === 'domain' || defaultNote === undefined ? [] : [{ option: name, words: plainMessage(defaultNote), origin: 'default' }];
}

function describePresent(present: Json, { field }: Option): Pick<DescribedSetting, 'text' | 'words'> {
  return field?.as === 'string' && typeof present === 'string' ? { text: present } : { words: fieldWords(present, field?.as) };
}

/** The other files of xl have few options, so each of theirs is shown. */
function isLookedFor({ usage = 0, file, deprecated }: Option): boolean {
  return file === 'domain' ? usage >= COMMON : deprecated === undefined;
}

function isFor(option: Option, { target, domainType }: ValidatedModel): boolean {
  const isForType = (option.domainTypes ?? [domainType]).includes(domainType) && typesReadBy(option, target).includes(domainType);
  return isForType && (option.arch ?? target.arch) === target.arch && isKnownTo(option, target);
}

/** The default as if it were written. */
function defaultOf({ default: general, defaultFor }: Option, { domainType, target }: ValidatedModel): AtomValue | undefined {
  const text = defaultFor?.[domainType] ?? defaultFor?.[target.arch] ?? general;
  return text === undefined ? undefined : unplacedAtom(text);
}
