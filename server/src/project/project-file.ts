/** The project file `.xlcfg.json`: reading it, and what it says for one config. */
import type { TextRange } from '../text/text-range';
import type { Assembly, AssemblyPart, PartsOfConfigs } from './assemble';
import { message, type Message } from '../text/message';
import { type Glob, readGlob } from './glob';
import { plainHost, type ProjectHost, readHosts } from './hosts';
import { isRecord } from './is-record';
import { readJson } from './json-text';
import { describePath, type JsonPath, type ProjectProblem, type Report } from './project-problem';
import { mergeSettings, type ProjectSettings, readSettings } from './project-settings';
import { readList } from './read-json';

export const PROJECT_FILE_NAME = '.xlcfg.json';

interface Override {
  readonly globs: readonly Glob[];
  readonly settings: ProjectSettings;
}

export interface ProjectFile extends PartsOfConfigs {
  readonly settings: ProjectSettings;
  readonly overrides: readonly Override[];
  /** Another project file that comes first, with the place where it is named. */
  readonly extends?: { readonly path: string; readonly range: TextRange };
  /** What folders leave out. */
  readonly ignore: readonly Glob[];
  /** Which configs run together, and on what. */
  readonly hosts: readonly ProjectHost[];
  /** Mistakes in the file, in its order; what is right still holds. */
  readonly problems: readonly ProjectProblem[];
}

export const NO_PROJECT: ProjectFile = {
  settings: { rules: {}, allowOptions: [], allowFields: {}, roots: {} },
  overrides: [],
  ignore: [],
  hosts: [],
  fragments: [],
  assemble: [],
  problems: [],
};

/** More than these help nobody. */
const MAX_PROBLEMS = 50;
/** Of all globs of a file, in characters: each config is held against each of them. */
const MAX_GLOBS_LENGTH = 10_000;

/** Reads a project file: JSON with comments. Never throws; mistakes are listed beside what could be read. */
export function parseProjectFile(text: string): ProjectFile {
  const { value, problems: syntaxProblems, rangeOf } = readJson(text);
  const problems = syntaxProblems.slice(0, MAX_PROBLEMS);
  const report: Report = (path, text, part = 'value') => {
    if (problems.length < MAX_PROBLEMS) problems.push({ message: text, range: rangeOf(path, part) });
  };
  if (!isRecord(value)) {
    if (syntaxProblems.length === 0) report([], message('the file has to hold one object'));
    return { ...NO_PROJECT, problems };
  }
  const settings = readSettings(value, [], report, FILE_KEYS);
  const readGlobs = globReader(report);
  const globsOf = (list: unknown, path: JsonPath): readonly Glob[] => readGlobs(list, path).map(({ glob }) => glob);
  const ignore = globsOf(value['ignore'], ['ignore']);
  const overrides = readList(value['overrides'], ['overrides'], report).flatMap((each, index): readonly Override[] => {
    const path = ['overrides', index];
    if (isRecord(each))
      return [
        {
          globs: globsOf(each['files'], [...path, 'files']),
          settings: readSettings(each, path, report, OVERRIDE_KEYS),
        },
      ];
    report(path, message('{place} has to be an object', { place: describePath(path) }));
    return [];
  });
  const fragments = globsOf(value['fragments'], ['fragments']);
  const assemble = readAssemblies(value['assemble'], readGlobs, report);
  const hosts = readHosts(value['hosts'], globsOf, report);
  const base = readExtends(value['extends'], report);
  return {
    settings,
    overrides,
    ignore,
    hosts,
    fragments,
    assemble,
    ...(base === undefined ? {} : { extends: { path: base, range: rangeOf(['extends'], 'value') } }),
    problems: [...problems].sort((a, b) => a.range.start - b.range.start),
  };
}

/** Keys that stand at the top of the file only, and in overrides only. */
const FILE_KEYS: readonly string[] = ['extends', 'ignore', 'hosts', 'fragments', 'assemble', 'overrides'];
const OVERRIDE_KEYS: readonly string[] = ['files'];

function readAssemblies(value: unknown, readGlobs: ReadGlobs, report: Report): readonly Assembly[] {
  return readList(value, ['assemble'], report).flatMap((each, index): readonly Assembly[] => {
    const path = ['assemble', index];
    if (!isRecord(each)) {
      report(path, message('{place} has to be an object', { place: describePath(path) }));
      return [];
    }
    for (const key of Object.keys(each)) {
      const place = [...path, key];
      if (key !== 'files') report(place, message('{place} is not a key that xlcfg knows', { place: describePath(place) }), 'name');
    }
    return [{ parts: readGlobs(each['files'], [...path, 'files']) }];
  });
}

function readExtends(value: unknown, report: Report): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  report(['extends'], message('extends has to be the path of a project file'));
  return undefined;
}

type ReadGlobs = (value: unknown, path: JsonPath) => readonly AssemblyPart[];

/** Reads the globs of one list after the other; what is none is left out. */
function globReader(report: Report): ReadGlobs {
  let length = 0;
  const read = (item: unknown): Glob | Message => {
    if (typeof item !== 'string') return message('has to be a string');
    const glob = readGlob(item);
    if (isMessage(glob)) return glob;
    length += item.length;
    return length > MAX_GLOBS_LENGTH
      ? message('stands after {length} characters of globs and is not read', { length: String(MAX_GLOBS_LENGTH) })
      : glob;
  };
  return (value, path) =>
    readList(value, path, report).flatMap((item, index): readonly AssemblyPart[] => {
      const glob = read(item);
      if (!isMessage(glob)) return [{ pattern: String(item), glob }];
      const place = [...path, index];
      report(place, message('{place} {problem}', { place: describePath(place), problem: glob }));
      return [];
    });
}

function isMessage(read: Glob | Message): read is Message {
  return 'template' in read;
}

/**
 * What the project says for one config.
 * @param relativePath path of the config from the folder of the project file, with `/`
 */
export function settingsFor(project: ProjectFile, relativePath: string): ProjectSettings {
  const settings = layersFor(project, relativePath)
    .map((layer) => layer.settings)
    .reduce(mergeSettings);
  const hosts = hostsFor(project, relativePath);
  return hosts.length === 0 ? settings : { ...settings, hosts: hosts.map(plainHost) };
}

/**
 * The hosts that a config may run on.
 * @param relativePath as for `settingsFor`
 */
export function hostsFor({ hosts }: ProjectFile, relativePath: string): readonly ProjectHost[] {
  return hosts.filter(({ files }) => files.some((glob) => glob.matches(relativePath)));
}

/** Settings with their place in the project file, such as `overrides[0]`; empty where they hold for all. */
export interface SettingsLayer {
  readonly place: string;
  readonly settings: ProjectSettings;
}

/** The same, one after the other: what is said later weighs more. */
export function layersFor({ settings, hosts, overrides }: ProjectFile, relativePath: string): readonly SettingsLayer[] {
  const matching = overrides.flatMap((override, index) =>
    override.globs.some((glob) => glob.matches(relativePath))
      ? [{ place: describePath(['overrides', index]), settings: override.settings }]
      : [],
  );
  return [{ place: '', settings }, ...layersOfHosts(hosts, relativePath), ...matching];
}

/** What its hosts run, where all of them run the same. */
function layersOfHosts(hosts: ProjectFile['hosts'], relativePath: string): readonly SettingsLayer[] {
  const own = hosts.filter(({ files }) => files.some((glob) => glob.matches(relativePath)));
  const [first] = own;
  if (first === undefined) return [];
  const xen = own.every((host) => host.xen === first.xen) ? first.xen : undefined;
  const arch = own.every((host) => host.arch === first.arch) ? first.arch : undefined;
  if (xen === undefined && arch === undefined) return [];
  const settings = { ...NO_PROJECT.settings, ...(xen === undefined ? {} : { xen }), ...(arch === undefined ? {} : { arch }) };
  return [{ place: describePath(['hosts', first.name]), settings }];
}

/**
 * Whether the project leaves a path out where folders are searched.
 * @param relativePath as for `settingsFor`
 */
export function isIgnored({ ignore }: ProjectFile, relativePath: string, isFolder: boolean): boolean {
  // What stands for everything else says of a folder nothing about what lies in it.
  return ignore.some((glob) => glob.matches(relativePath) && !(isFolder && glob.isNegated));
}

/** The same of a file, with all folders above it that lie below the project file. */
export function isLeftOut(project: ProjectFile, relativePath: string): boolean {
  const ends = [...relativePath.matchAll(/\//g)].map(({ index }) => index);
  return isIgnored(project, relativePath, false) || ends.some((end) => isIgnored(project, relativePath.slice(0, end), true));
}
