/** The project files of the open documents: finds, reads and watches them, and shows the problems in them. */
import type { Diagnostic } from 'vscode-languageserver';
import { findSurroundings, isPart } from '../project/assemble';
import { loadProject } from '../project/extends';
import { findSaidByHosts } from '../project/hosts';
import { isLeftOut, NO_PROJECT, PROJECT_FILE_NAME, type ProjectFile, settingsFor } from '../project/project-file';
import type { ProjectSettings } from '../project/project-settings';
import { textRange } from '../text/text-range';
import type { Say } from '../language-service';
import { message, type Message } from '../text/message';
import { toProjectDiagnostics } from './convert/from-project';

export type ReadFile = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unreadable'; readonly reason: Message };

/** What the adapter needs of the machine; every method is total. */
export interface ProjectHost {
  /** The path of the document's file, or undefined for documents that are no files. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
  /** Where a file called `name` may lie for a path: beside it, then in the folders above, as far as they may be looked at. */
  listUpwards(path: string, name: string): readonly string[];
  /** The first of the paths that is one of a regular file. */
  findFirst(paths: readonly string[]): Promise<string | undefined>;
  read(path: string): Promise<ReadFile>;
  relativeTo(base: string, file: string): string;
  /** The absolute path of something that is written relative to the folder that holds `base`. */
  resolveFrom(base: string, path: string): string;
  /** The regular files beside a file and below, by their paths from there, with `/`, as far as they may be looked at. */
  listBelow(path: string): Promise<readonly string[]>;
  /**
   * Watches files that are there or may appear, as far as they may be looked at, in place of those that the owner named before. No change
   * goes by unseen once the promise is kept.
   */
  watch(owner: string, paths: readonly string[]): Promise<void>;
  /** Calls `listener` from now on when a file that is watched changes. */
  onChange(listener: () => void): void;
}

export interface ProjectEvents {
  /** Whether a document is open; what is wrong in the project files of others is not shown. */
  isOpen(uri: string): boolean;
  /** Shows what is wrong in a file, in place of what was wrong before. */
  show(uri: string, diagnostics: Diagnostic[]): void;
}

/** A project file, or where one may be made. */
export interface LocatedProject {
  readonly uri: string;
  /** Undefined where there is none yet. */
  readonly text: string | undefined;
}

interface LoadedProject {
  readonly project: ProjectFile;
  /** The paths of the files that it extends. */
  readonly extended: readonly string[];
  readonly diagnostics: Diagnostic[];
}

/** Whoever asks for something else waits no longer than this for what many globs say of many files, in milliseconds. */
const SLICE = 20;

export class ProjectFiles {
  private readonly host: ProjectHost;
  private readonly say: Say;
  private readonly events: ProjectEvents;
  private known = new Map<string, Promise<LoadedProject>>();
  /** The project file by open document. */
  private readonly used = new Map<string, string>();
  /** What is shown, by project file. */
  private readonly shown = new Map<string, LoadedProject>();

  constructor(host: ProjectHost, events: ProjectEvents, say: Say) {
    this.host = host;
    this.say = say;
    this.events = events;
  }

  /** What the project says for a document. */
  async settingsFor(uri: string): Promise<ProjectSettings> {
    const path = this.host.pathOf(uri);
    if (path === undefined) return NO_PROJECT.settings;
    const { known } = this;
    const places = this.host.listUpwards(path, PROJECT_FILE_NAME);
    // Before anything is looked at, so that no change goes by unseen.
    if (this.events.isOpen(uri)) await this.host.watch(uri, places);
    const file = await this.host.findFirst(places);
    const loaded = file === undefined ? undefined : await this.load(file, known);
    if (known === this.known) this.use(uri, file, loaded);
    if (file === undefined || loaded === undefined) return NO_PROJECT.settings;
    const relativePath = this.host.relativeTo(file, path);
    const settings = settingsFor(loaded.project, relativePath);
    const roots = Object.entries(settings.roots).map(([prefix, folder]) => [prefix, this.host.resolveFrom(file, folder)] as const);
    const read = (part: string): Promise<string | undefined> => this.readAllowed(this.host.resolveFrom(file, part));
    const { surroundings, parts } = await findSurroundings(loaded.project, relativePath, {
      list: () => this.host.listBelow(file),
      read,
    });
    const ofHosts = await findSaidByHosts(loaded.project.hosts, relativePath, read);
    const others = [...loaded.extended, ...[...parts, ...ofHosts.files].map((part) => this.host.resolveFrom(file, part))];
    if (others.length > 0 && this.events.isOpen(uri)) await this.host.watch(uri, [...places, ...others]);
    return {
      ...settings,
      ...ofHosts.settings,
      roots: Object.fromEntries(roots),
      wholes: surroundings,
      ...(isPart(loaded.project, relativePath) ? { isPart: true } : {}),
    };
  }

  /** The project of a document, whether or not that is open; undefined where there is none. */
  async projectOf(
    uri: string,
  ): Promise<{ readonly file: string; readonly project: ProjectFile; readonly relativePath: string } | undefined> {
    const path = this.host.pathOf(uri);
    const file = path === undefined ? undefined : await this.host.findFirst(this.host.listUpwards(path, PROJECT_FILE_NAME));
    if (path === undefined || file === undefined) return undefined;
    const { project } = await this.load(file, this.known);
    return { file, project, relativePath: this.host.relativeTo(file, path) };
  }

  /** Those of the files of a workspace that no project leaves out. */
  async withoutIgnored<File extends { readonly uri: string }>(files: readonly File[]): Promise<readonly File[]> {
    // The files of a folder have one project file.
    const found = new Map<string, Promise<string | undefined>>();
    const located = await Promise.all(
      files.map(async (listed) => {
        const path = this.host.pathOf(listed.uri);
        if (path === undefined) return { listed };
        const places = this.host.listUpwards(path, PROJECT_FILE_NAME);
        const finding = found.get(places[0] ?? '') ?? this.host.findFirst(places);
        found.set(places[0] ?? '', finding);
        const file = await finding;
        if (file === undefined) return { listed };
        const { project } = await this.load(file, this.known);
        return { listed, project, relativePath: this.host.relativeTo(file, path) };
      }),
    );
    const kept: File[] = [];
    let pausedAt = performance.now();
    for (const { listed, project, relativePath } of located) {
      if (project === undefined || !isLeftOut(project, relativePath)) kept.push(listed);
      if (performance.now() - pausedAt < SLICE) continue;
      await new Promise((resume) => setTimeout(resume));
      pausedAt = performance.now();
    }
    return kept;
  }

  /** The project file that holds for a document, or else the place beside it for one; undefined for documents that are no files. */
  async find(uri: string): Promise<LocatedProject | undefined> {
    const path = this.host.pathOf(uri);
    if (path === undefined) return undefined;
    const places = this.host.listUpwards(path, PROJECT_FILE_NAME);
    const file = await this.host.findFirst(places);
    if (file === undefined) return places[0] === undefined ? undefined : { uri: this.host.uriOf(places[0]), text: undefined };
    const read = await this.host.read(file);
    return read.kind === 'text' ? { uri: this.host.uriOf(file), text: read.text } : undefined;
  }

  /** Some project file changed, appeared or went. */
  forget(): void {
    // Another map, so that what is being read goes into the old one.
    this.known = new Map();
  }

  /** Lets go of a document that was closed. */
  close(uri: string): void {
    void this.host.watch(uri, []);
    this.use(uri, undefined, undefined);
  }

  private load(file: string, known: Map<string, Promise<LoadedProject>>): Promise<LoadedProject> {
    const loaded = known.get(file) ?? this.read(file);
    known.set(file, loaded);
    return loaded;
  }

  private async read(file: string): Promise<LoadedProject> {
    const read = await this.host.read(file);
    if (read.kind !== 'text') {
      const problems = [{ message: message('the file {reason}', { reason: read.reason }), range: textRange(0, 0) }];
      return { project: { ...NO_PROJECT, problems }, extended: [], diagnostics: toProjectDiagnostics('', problems, this.say) };
    }
    const { project, extended } = await loadProject(read.text, file, {
      read: async (path) => {
        const text = await this.readAllowed(path);
        return text === undefined ? { reason: message('is no file that may be read') } : { text };
      },
      resolveFrom: (base, path) => this.host.resolveFrom(base, path),
    });
    return { project, extended, diagnostics: toProjectDiagnostics(read.text, project.problems, this.say) };
  }

  /** The text of a file that somebody names, where that is one that may be looked at. */
  private async readAllowed(path: string): Promise<string | undefined> {
    const found = await this.host.findFirst([path]);
    const read = found === undefined ? undefined : await this.host.read(found);
    return read?.kind === 'text' ? read.text : undefined;
  }

  /** Shows the problems of the files that open documents use, and no others. */
  private use(uri: string, file: string | undefined, loaded: LoadedProject | undefined): void {
    if (file !== undefined && this.events.isOpen(uri)) this.used.set(uri, file);
    else this.used.delete(uri);
    const inUse = new Set(this.used.values());
    for (const each of this.shown.keys()) if (!inUse.has(each)) this.show(each, undefined);
    if (file !== undefined && inUse.has(file)) this.show(file, loaded);
  }

  private show(file: string, loaded: LoadedProject | undefined): void {
    const before = this.shown.get(file);
    if (before === loaded) return;
    if (loaded === undefined) this.shown.delete(file);
    else this.shown.set(file, loaded);
    const diagnostics = loaded?.diagnostics ?? [];
    if (diagnostics.length > 0 || (before?.diagnostics ?? []).length > 0) this.events.show(this.host.uriOf(file), diagnostics);
  }
}
