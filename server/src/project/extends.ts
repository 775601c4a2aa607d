/** Project files that build on others: what the others say comes first. */
import { message, type Message } from '../text/message';
import { isRemotePath } from '../text/remote-path';
import { parseProjectFile, type ProjectFile, NO_PROJECT } from './project-file';
import { mergeSettings } from './project-settings';

/** What is needed of the machine to read them. */
export interface ProjectReading {
  /** The text of a project file, or why there is none: a phrase such as "is a directory". */
  readonly read: (path: string) => Promise<{ readonly text: string } | { readonly reason: Message }>;
  /** The absolute path of something that is written relative to the folder that holds `base`. */
  readonly resolveFrom: (base: string, path: string) => string;
}

export interface LoadedProject {
  /** With all that it extends. */
  readonly project: ProjectFile;
  /** The paths of the files that it extends, as far as they are known. */
  readonly extended: readonly string[];
}

/** More files than these in a row are a mistake. */
const MAX_FILES = 20;

/**
 * Reads what a project file extends, and what that extends in turn. Mistakes in the others stand at `extends` of the file itself.
 * @param text of the file at `path`
 */
export async function loadProject(text: string, path: string, { read, resolveFrom }: ProjectReading): Promise<LoadedProject> {
  const own = parseProjectFile(text);
  const chain: ProjectFile[] = [own];
  const extended: string[] = [];
  const troubles: Message[] = [];
  for (let [file, project] = [path, own]; project.extends !== undefined;) {
    const { path: written } = project.extends;
    const next = isRemotePath(written) || /^(?:[\\/]|[a-z]:)/i.test(written) ? undefined : resolveFrom(file, written);
    const found = await readNext(next, [path, ...extended], read);
    if (next !== undefined) extended.push(next);
    if ('reason' in found) {
      troubles.push(message('`{path}` {reason}', { path: written, reason: found.reason }));
      break;
    }
    [file, project] = [next ?? file, parseProjectFile(found.text)];
    troubles.push(...project.problems.map(({ message: problem }) => message('in `{path}`, {problem}', { path: written, problem })));
    chain.push(project);
  }
  const { range } = own.extends ?? { range: { start: 0, end: 0 } };
  const problems = [...own.problems, ...troubles.slice(0, MAX_FILES).map((trouble) => ({ message: trouble, range }))];
  return { project: { ...chain.reduceRight(buildOn, NO_PROJECT), problems }, extended };
}

async function readNext(
  path: string | undefined,
  seen: readonly string[],
  read: ProjectReading['read'],
): Promise<{ readonly text: string } | { readonly reason: Message }> {
  if (path === undefined) return { reason: message('has to be relative to this file') };
  if (seen.includes(path)) return { reason: message('leads back to a file that extends it') };
  if (seen.length > MAX_FILES) return { reason: message('comes after {count} others, and is not read', { count: String(MAX_FILES) }) };
  return read(path);
}

/** What a file says over what it extends, the overrides of that included. */
function buildOn(base: ProjectFile, { settings, overrides, ignore, hosts, fragments, assemble }: ProjectFile): ProjectFile {
  const isPlain = base.overrides.length === 0;
  const own = { globs: [{ isNegated: false, matches: () => true }], settings };
  return {
    settings: isPlain ? mergeSettings(base.settings, settings) : base.settings,
    overrides: isPlain ? overrides : [...base.overrides, own, ...overrides],
    ignore: [...base.ignore, ...ignore],
    // A host is described in one place.
    hosts: [...base.hosts.filter(({ name }) => !hosts.some((own) => own.name === name)), ...hosts],
    fragments: [...base.fragments, ...fragments],
    assemble: [...base.assemble, ...assemble],
    problems: [],
  };
}
