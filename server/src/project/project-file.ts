/** The project file `.xlcfg.json`: reading it, and what it says for one config. */
import { type ParseError, parse as parseJson, printParseErrorCode } from 'jsonc-parser';
import picomatch from 'picomatch/posix';
import { SEVERITIES, type Severity } from '../linter/rule';
import { type Architecture, parseArchitecture } from '../schema/target';
import { parseXenVersion, type XenVersion } from '../schema/xen-version';

/** `required`: a domain that cannot move is an error; `ignored`: nothing is said; `report`: the default. */
export const MIGRATION_POLICIES = ['required', 'ignored', 'report'] as const;
export type MigrationPolicy = (typeof MIGRATION_POLICIES)[number];

export const PROJECT_FILE_NAME = '.xlcfg.json';

/** What a project says of its configs; absent means that it does not say. */
export interface ProjectSettings {
  readonly xen?: XenVersion;
  readonly arch?: Architecture;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly allowOptions: readonly string[];
  /** Where paths of dom0 are found here: local folders by path prefix, relative to the project file. */
  readonly roots: Readonly<Record<string, string>>;
  readonly migration?: MigrationPolicy;
}

interface Override {
  readonly files: readonly string[];
  readonly settings: ProjectSettings;
}

export interface ProjectFile {
  readonly settings: ProjectSettings;
  readonly overrides: readonly Override[];
  /** Mistakes in the file, as sentences without a full stop; what is right still holds. */
  readonly problems: readonly string[];
}

export const NO_PROJECT: ProjectFile = { settings: { rules: {}, allowOptions: [], roots: {} }, overrides: [], problems: [] };

const KNOWN_KEYS = new Set([
  '$schema',
  'xen',
  'arch',
  'rules',
  'allowOptions',
  'overrides',
  'files',
  'roots',
  'migration',
  'format',
  'hosts',
]);

/** Reads a project file: JSON with comments. Never throws; mistakes are listed beside what could be read. */
export function parseProjectFile(text: string): ProjectFile {
  const problems: string[] = [];
  const errors: ParseError[] = [];
  const root: unknown = parseJson(text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors) {
    problems.push(`line ${text.slice(0, offset).split('\n').length}: ${printParseErrorCode(error)}`);
  }
  if (!isRecord(root)) return { ...NO_PROJECT, problems: [...problems, 'the file has to hold one object'] };
  const settings = readSettings(root, '', problems);
  const overrides = readArray(root['overrides'], 'overrides', problems).flatMap((each, index): readonly Override[] => {
    if (!isRecord(each)) return [];
    const place = `overrides[${index}].`;
    return [{ files: readStrings(each['files'], `${place}files`, problems), settings: readSettings(each, place, problems) }];
  });
  return { settings, overrides, problems };
}

/**
 * What the project says for one config.
 * @param relativePath path of the config from the folder of the project file, with `/`
 */
export function settingsFor(project: ProjectFile, relativePath: string): ProjectSettings {
  const matching = project.overrides.filter(({ files }) => files.some((glob) => picomatch(glob, { dot: true })(relativePath)));
  return matching.reduce<ProjectSettings>((merged, { settings }) => mergeSettings(merged, settings), project.settings);
}

/** Later settings over earlier ones; lists add up. */
export function mergeSettings(base: ProjectSettings, over: ProjectSettings): ProjectSettings {
  return {
    ...base,
    ...over,
    rules: { ...base.rules, ...over.rules },
    allowOptions: [...base.allowOptions, ...over.allowOptions],
    roots: { ...base.roots, ...over.roots },
  };
}

function readSettings(record: Readonly<Record<string, unknown>>, place: string, problems: string[]): ProjectSettings {
  for (const key of Object.keys(record)) {
    if (!KNOWN_KEYS.has(key)) problems.push(`${place}${key} is no key that xlcfg knows`);
  }
  const xen = readWord(record['xen'], parseXenVersion, `${place}xen is no Xen version that xlcfg knows`, problems);
  const arch = readWord(record['arch'], parseArchitecture, `${place}arch has to be "x86" or "arm"`, problems);
  const policies = `${place}migration has to be one of ${MIGRATION_POLICIES.join(', ')}`;
  const migration = readWord(record['migration'], (text) => MIGRATION_POLICIES.find((each) => each === text), policies, problems);
  return {
    ...(xen === undefined ? {} : { xen }),
    ...(arch === undefined ? {} : { arch }),
    rules: readRules(record['rules'], `${place}rules`, problems),
    allowOptions: readStrings(record['allowOptions'], `${place}allowOptions`, problems),
    roots: readRoots(record['roots'], `${place}roots`, problems),
    ...(migration === undefined ? {} : { migration }),
  };
}

/** Reads path prefixes with the folders that stand for them; mistakes go to `problems`. */
export function readRoots(value: unknown, place: string, problems: string[]): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    problems.push(`${place} has to be an object`);
    return {};
  }
  const entries = Object.entries(value).flatMap(([prefix, folder]): readonly (readonly [string, string])[] => {
    if (prefix.startsWith('/') && typeof folder === 'string') return [[prefix, folder]];
    problems.push(`${place}["${prefix}"] has to be an absolute path of dom0 with a folder for it`);
    return [];
  });
  return Object.fromEntries(entries);
}

function readWord<T>(value: unknown, parse: (text: string) => T | undefined, problem: string, problems: string[]): T | undefined {
  if (value === undefined) return undefined;
  const parsed = typeof value === 'string' ? parse(value) : undefined;
  if (parsed === undefined) problems.push(problem);
  return parsed;
}

/** Reads severities by rule id, from a project file or from editor settings; mistakes go to `problems`. */
export function readRules(value: unknown, place: string, problems: string[]): Readonly<Record<string, Severity | 'off'>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    problems.push(`${place} has to be an object`);
    return {};
  }
  const rules: Record<string, Severity | 'off'> = {};
  for (const [ruleId, wanted] of Object.entries(value)) {
    const severity = ([...SEVERITIES, 'off'] as const).find((each) => each === wanted);
    if (severity === undefined) problems.push(`${place}.${ruleId} has to be one of off, ${SEVERITIES.join(', ')}`);
    else rules[ruleId] = severity;
  }
  return rules;
}

function readStrings(value: unknown, place: string, problems: string[]): readonly string[] {
  const items = readArray(value, place, problems);
  if (items.some((item) => typeof item !== 'string')) problems.push(`${place} has to hold strings`);
  return items.filter((item) => typeof item === 'string');
}

function readArray(value: unknown, place: string, problems: string[]): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  problems.push(`${place} has to be a list`);
  return [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
