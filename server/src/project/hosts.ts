/** The hosts of a project: which configs run together, and on what. */
import { parseArchitecture } from '../schema/target';
import { parseXenVersion } from '../schema/xen-version';
import { message, type Message } from '../text/message';
import type { Host } from '../workspace/host';
import type { Glob } from './glob';
import { isRecord } from './is-record';
import { describePath, type JsonPath, type Report } from './project-problem';
import type { ProjectSettings } from './project-settings';
import { readEntries, readList } from './read-json';

export interface ProjectHost extends Host {
  /** The configs of its domains. */
  readonly files: readonly Glob[];
  /** The path of its `xl.conf`, relative to the project file. */
  readonly xlConf?: string | undefined;
}

/** A host without what only its project has a use for. */
export function plainHost({ name, memory, dom0Memory, cpus, nodes, xen, arch, bridges, pools, sharedStorage, pci }: ProjectHost): Host {
  return { name, memory, dom0Memory, cpus, nodes, xen, arch, bridges, pools, sharedStorage, pci };
}

export type ReadGlobs = (value: unknown, path: JsonPath) => readonly Glob[];

/** All keys of a host. */
const KEYS: ReadonlySet<string> = new Set([
  ...['files', 'memory', 'dom0Memory', 'cpus', 'nodes', 'xen', 'arch'],
  ...['bridges', 'pools', 'sharedStorage', 'pci', 'xlConf'],
]);

/** Reads the value of `hosts`; what is wrong is reported and left out. */
export function readHosts(value: unknown, readGlobs: ReadGlobs, report: Report): readonly ProjectHost[] {
  return readEntries(value, ['hosts'], report).flatMap(([name, described]): readonly ProjectHost[] => {
    const path = ['hosts', name];
    if (isRecord(described)) return [readHost(name, described, path, readGlobs, report)];
    report(path, message('{place} has to be an object', { place: describePath(path) }));
    return [];
  });
}

function readHost(
  name: string,
  record: Readonly<Record<string, unknown>>,
  path: JsonPath,
  readGlobs: ReadGlobs,
  report: Report,
): ProjectHost {
  for (const key of Object.keys(record)) {
    const place = [...path, key];
    if (!KEYS.has(key)) report(place, message('{place} is not a key that xlcfg knows', { place: describePath(place) }), 'name');
  }
  const read = <Value>(key: string, reading: Reading<Value>): Value | undefined =>
    record[key] === undefined ? undefined : reading(record[key], [...path, key], report);
  return {
    name,
    files: readGlobs(record['files'], [...path, 'files']),
    memory: read('memory', readAmount),
    dom0Memory: read('dom0Memory', readAmount),
    cpus: read('cpus', readAmount),
    nodes: read('nodes', readAmount),
    xen: read('xen', wordReading(parseXenVersion, message('is not a Xen version that xlcfg knows'))),
    arch: read('arch', wordReading(parseArchitecture, message('has to be "x86" or "arm"'))),
    bridges: read('bridges', NAMES),
    pools: read('pools', NAMES),
    sharedStorage: read('sharedStorage', listReading(readPrefix, message('has to be an absolute path of dom0'))),
    pci: read('pci', listReading(readPciAddress, message('has to be the address of a PCI device, such as "0000:03:10.0"'))),
    xlConf: read('xlConf', wordReading(nonEmpty, message('has to be the path of a file'))),
  };
}

/** What the hosts of a project say of one file, and the files that it comes from, relative to the project file. */
export interface SaidByHosts {
  readonly settings: Pick<ProjectSettings, 'kind' | 'xlConf'>;
  readonly files: readonly string[];
}

/**
 * Whether a file is the `xl.conf` of a host, and what that of its own host says, where all its hosts have the same.
 * @param relativePath path of the file from the folder of the project file, with `/`
 * @param read the text of such a path; undefined where there is none
 */
export async function findSaidByHosts(
  hosts: readonly ProjectHost[],
  relativePath: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<SaidByHosts> {
  const isXlConf = hosts.some(({ xlConf }) => xlConf?.replace(/^(?:\.\/)+/, '') === relativePath);
  if (isXlConf) return { settings: { kind: 'xl.conf' }, files: [] };
  const own = hosts.filter(({ files }) => files.some((glob) => glob.matches(relativePath)));
  const [path, ...others] = new Set(own.map(({ xlConf }) => xlConf));
  if (path === undefined || others.length > 0) return { settings: {}, files: [] };
  const xlConf = await read(path);
  return { settings: xlConf === undefined ? {} : { xlConf }, files: [path] };
}

type Reading<Value> = (value: unknown, path: JsonPath, report: Report) => Value | undefined;

function readAmount(value: unknown, path: JsonPath, report: Report): number | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  report(path, message('{place} has to be a whole number above 0', { place: describePath(path) }));
  return undefined;
}

/** @param problem what is said, behind the place, of a value that `parse` does not take */
function wordReading<Value>(parse: (text: string) => Value | undefined, problem: Message): Reading<Value> {
  return (value, path, report) => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed === undefined) report(path, message('{place} {problem}', { place: describePath(path), problem }));
    return parsed;
  };
}

/** The same for each of a list of strings. With a mistake in it, it is not known what the list is. */
function listReading<Value>(parse: (text: string) => Value | undefined, problem: Message): Reading<readonly Value[]> {
  const readItem = wordReading(parse, problem);
  return (value, path, report) => {
    const items = readList(value, path, report);
    const read = items.map((item, index) => readItem(item, [...path, index], report)).filter((item) => item !== undefined);
    return Array.isArray(value) && read.length === items.length ? read : undefined;
  };
}

function nonEmpty(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function readPrefix(text: string): string | undefined {
  return text.startsWith('/') ? text : undefined;
}

/** The address with its domain, in lower case and with all zeros. */
function readPciAddress(text: string): string | undefined {
  const parts = /^(?:([\da-f]{1,4}):)?([\da-f]{1,2}):([\da-f]{1,2})\.([0-7])$/i.exec(text);
  if (parts === null) return undefined;
  const [, domain = '', bus = '', device = '', fn = ''] = parts;
  return `${domain.padStart(4, '0')}:${bus.padStart(2, '0')}:${device.padStart(2, '0')}.${fn}`.toLowerCase();
}

const NAMES = listReading(nonEmpty, message('has to be a name'));
