/** What one object of a project file or of editor settings says; mistakes are reported beside what could be read. */
import { mergeStyles, type PartialStyle } from '../format/style';
import { SEVERITIES, type Severity } from '../linter/rule';
import type { ConfigKind } from '../schema/config-kind';
import { type Architecture, parseArchitecture } from '../schema/target';
import { parseXenVersion, type XenVersion } from '../schema/xen-version';
import { message, type Message } from '../text/message';
import { isRemotePath } from '../text/remote-path';
import type { AllowedFields } from '../schema/allowance';
import { mergeFields, readAllow } from './allow';
import type { Host } from '../workspace/host';
import type { Surroundings } from './assemble';
import { readStyle } from './format-settings';
import { readEntries, readStrings } from './read-json';
import { describePath, type JsonPath, type Report } from './project-problem';

/** `required`: a domain that cannot move is an error; `ignored`: nothing is said; `report`: the default. */
export const MIGRATION_POLICIES = ['required', 'ignored', 'report'] as const;
export type MigrationPolicy = (typeof MIGRATION_POLICIES)[number];

/** What a project says of its configs; absent means that it does not say. */
export interface ProjectSettings {
  readonly xen?: XenVersion;
  readonly arch?: Architecture;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly allowOptions: readonly string[];
  /** What may stand in device strings, by option. */
  readonly allowFields: Readonly<Record<string, AllowedFields>>;
  /** Where paths of dom0 are found here: local folders by path prefix, relative to the project file. */
  readonly roots: Readonly<Record<string, string>>;
  readonly migration?: MigrationPolicy;
  readonly format?: PartialStyle;
  /** What kind of file it is, where the project says so. */
  readonly kind?: ConfigKind;
  /** The hosts that the config may run on. */
  readonly hosts?: readonly Host[];
  /** The text of the `xl.conf` of its host. */
  readonly xlConf?: string;
  /** The file is a part of a config. */
  readonly isPart?: true;
  /** What surrounds it in the configs that it is a part of. */
  readonly wholes?: readonly Surroundings[];
}

const KNOWN_KEYS = new Set(['$schema', 'xen', 'arch', 'rules', 'allow', 'allowOptions', 'roots', 'migration', 'format']);

/**
 * Reads what holds for the whole project or for some of its files.
 * @param others keys that are read elsewhere
 */
export function readSettings(
  record: Readonly<Record<string, unknown>>,
  path: JsonPath,
  report: Report,
  others: readonly string[],
): ProjectSettings {
  for (const key of Object.keys(record)) {
    const place = [...path, key];
    if (!KNOWN_KEYS.has(key) && !others.includes(key))
      report(place, message('{place} is not a key that xlcfg knows', { place: describePath(place) }), 'name');
  }
  const readWord = <T>(key: string, parse: (text: string) => T | undefined, problem: Message): T | undefined => {
    const value = record[key];
    if (value === undefined) return undefined;
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    const place = [...path, key];
    if (parsed === undefined) report(place, message('{place} {problem}', { place: describePath(place), problem }));
    return parsed;
  };
  const xen = readWord('xen', parseXenVersion, message('is not a Xen version that xlcfg knows'));
  const arch = readWord('arch', parseArchitecture, message('has to be "x86" or "arm"'));
  const findPolicy = (text: string): MigrationPolicy | undefined => MIGRATION_POLICIES.find((each) => each === text);
  const migration = readWord('migration', findPolicy, message('has to be one of {words}', { words: MIGRATION_POLICIES.join(', ') }));
  const allow = readAllow(record['allow'], [...path, 'allow'], report);
  return {
    ...(xen === undefined ? {} : { xen }),
    ...(arch === undefined ? {} : { arch }),
    rules: readRules(record['rules'], [...path, 'rules'], report),
    allowOptions: [...readStrings(record['allowOptions'], [...path, 'allowOptions'], report), ...allow.options],
    allowFields: allow.fields,
    roots: readRoots(record['roots'], [...path, 'roots'], report),
    ...(migration === undefined ? {} : { migration }),
    ...(record['format'] === undefined ? {} : { format: readStyle(record['format'], [...path, 'format'], report) }),
  };
}

/** Reads path prefixes with the folders that stand for them. */
export function readRoots(value: unknown, path: JsonPath, report: Report): Readonly<Record<string, string>> {
  const entries = readEntries(value, path, report).flatMap(([prefix, folder]): readonly (readonly [string, string])[] => {
    const isRoot = prefix.startsWith('/') && typeof folder === 'string';
    if (isRoot && !isRemotePath(folder)) return [[prefix, folder]];
    const place = [...path, prefix];
    const problem = isRoot
      ? message('names another machine, where nothing is looked at')
      : message('has to be an absolute path of dom0 with a folder for it');
    report(place, message('{place} {problem}', { place: describePath(place), problem }));
    return [];
  });
  return Object.fromEntries(entries);
}

/** Reads severities by rule id. */
export function readRules(value: unknown, path: JsonPath, report: Report): Readonly<Record<string, Severity | 'off'>> {
  const entries = readEntries(value, path, report).flatMap(([ruleId, wanted]): readonly (readonly [string, Severity | 'off'])[] => {
    const severity = ([...SEVERITIES, 'off'] as const).find((each) => each === wanted);
    if (severity !== undefined) return [[ruleId, severity]];
    const place = [...path, ruleId];
    report(place, message('{place} has to be one of {words}', { place: describePath(place), words: ['off', ...SEVERITIES].join(', ') }));
    return [];
  });
  return Object.fromEntries(entries);
}

/** Later settings over earlier ones; lists add up. */
export function mergeSettings(base: ProjectSettings, over: ProjectSettings): ProjectSettings {
  return {
    ...base,
    ...over,
    rules: { ...base.rules, ...over.rules },
    allowOptions: [...base.allowOptions, ...over.allowOptions],
    allowFields: mergeFields(base.allowFields, over.allowFields),
    roots: { ...base.roots, ...over.roots },
    ...(base.format === undefined && over.format === undefined ? {} : { format: mergeStyles(over.format, base.format) }),
  };
}
