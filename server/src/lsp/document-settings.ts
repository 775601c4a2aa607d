/** Finds the settings of each document: what the editor says, under what the nearest project file says. */
import type { DocumentSettings, HintKind, PartialStyle } from '../language-service';
import { HINT_KINDS, parseArchitecture, parseXenVersion, settingsOfFile, STYLE_KEYS } from '../language-service';
import { readStyle } from '../project/format-settings';
import { IGNORE_PROBLEMS } from '../project/project-problem';
import { type MigrationPolicy, readRoots, readRules } from '../project/project-settings';
import { NOTHING_SAID, type OutsideSettings, resolveSettings } from '../project/resolve-settings';
import { pathNameOf } from './file-name';
import type { LocatedProject, ProjectFiles } from './project-files';

/** Asks the editor for the settings of the section `xlcfg` for one document. */
export type EditorSettings = (uri: string) => Promise<unknown>;

/** Where the target of a document comes from, for the status item. */
export type TargetSource = 'comment' | 'project' | 'setting' | 'default';

export interface ResolvedSettings extends DocumentSettings {
  /** Absolute local folders for paths of dom0, by prefix. */
  readonly roots: Readonly<Record<string, string>>;
  readonly migration: MigrationPolicy;
  /** What is said of the layout. */
  readonly format: PartialStyle;
  /** Whether files that configs name are looked at. */
  readonly checksFiles: boolean;
  /** Whether the verdict on migration stands above the name. */
  readonly showsMigrationLens: boolean;
  readonly inlayHints: ReadonlySet<HintKind>;
  readonly source: Exclude<TargetSource, 'comment'>;
}

export class SettingsStore {
  private readonly projects: ProjectFiles;
  private readonly askEditor: EditorSettings;
  private readonly resolved = new Map<string, Promise<ResolvedSettings>>();

  constructor(projects: ProjectFiles, askEditor: EditorSettings) {
    this.projects = projects;
    this.askEditor = askEditor;
  }

  /** The settings of a document; remembered until something changes. */
  for(uri: string): Promise<ResolvedSettings> {
    const known = this.resolved.get(uri);
    if (known !== undefined) return known;
    const asked = this.resolve(uri);
    this.resolved.set(uri, asked);
    asked.catch(() => {
      if (this.resolved.get(uri) === asked) this.resolved.delete(uri);
    });
    return asked;
  }

  /** The project file that holds for a document, or where one may be made. */
  findProject(uri: string): Promise<LocatedProject | undefined> {
    return this.projects.find(uri);
  }

  /** What the project of a document is; undefined where there is none. */
  projectOf(uri: string): ReturnType<ProjectFiles['projectOf']> {
    return this.projects.projectOf(uri);
  }

  /** Forgets everything, because some of it changed. */
  forget(): void {
    this.projects.forget();
    this.resolved.clear();
  }

  /** Lets go of a document that was closed. */
  close(uri: string): void {
    this.resolved.delete(uri);
    this.projects.close(uri);
  }

  private async resolve(uri: string): Promise<ResolvedSettings> {
    const [editor, project] = await Promise.all([this.readEditor(uri), this.projects.settingsFor(uri)]);
    const settings = resolveSettings(project, editor, NOTHING_SAID);
    const isSaid = (target: { readonly xen?: unknown; readonly arch?: unknown }): boolean =>
      target.xen !== undefined || target.arch !== undefined;
    return {
      ...settingsOfFile(pathNameOf(uri), project.xlConf, settings.target),
      ...settings,
      rules: { ...settings.rules, isBeingWritten: true },
      checksFiles: editor.checksFiles,
      showsMigrationLens: editor.showsMigrationLens,
      inlayHints: editor.inlayHints,
      source: isSaid(project) ? 'project' : isSaid(editor.target) ? 'setting' : 'default',
    };
  }

  private async readEditor(uri: string): Promise<EditorValues> {
    const section = await this.askEditor(uri).catch(() => undefined);
    return readEditorSettings(section);
  }
}

/** What the editor says, with the switches that only it has. */
export interface EditorValues extends OutsideSettings {
  readonly checksFiles: boolean;
  /** Whether the verdict on migration stands above the name. */
  readonly showsMigrationLens: boolean;
  readonly inlayHints: ReadonlySet<HintKind>;
}

/** The setting of each kind, and whether it is on where nobody says. */
const HINT_SWITCHES: Readonly<Record<HintKind, { readonly name: string; readonly isOn: boolean }>> = {
  size: { name: 'inlayHints.sizes', isOn: true },
  number: { name: 'inlayHints.numbers', isOn: true },
  domainType: { name: 'inlayHints.domainType', isOn: true },
  field: { name: 'inlayHints.fields', isOn: false },
  meaning: { name: 'inlayHints.meanings', isOn: false },
};

function readHintKinds(read: (key: string) => unknown): ReadonlySet<HintKind> {
  return new Set(
    HINT_KINDS.filter((kind) => {
      const { name, isOn } = HINT_SWITCHES[kind];
      const said = read(name);
      return typeof said === 'boolean' ? said : isOn;
    }),
  );
}

const NO_EDITOR: EditorValues = {
  ...NOTHING_SAID,
  checksFiles: true,
  showsMigrationLens: true,
  inlayHints: readHintKinds(() => undefined),
};

/** Reads the section `xlcfg` of an editor's settings; whatever is wrong in it counts as not said. */
export function readEditorSettings(section: unknown): EditorValues {
  if (typeof section !== 'object' || section === null) return NO_EDITOR;
  const read = (key: string): unknown => valueAt(section, key);
  const text = (key: string): string => {
    const value = read(key);
    return typeof value === 'string' ? value : '';
  };
  const xen = parseXenVersion(text('xenVersion'));
  const arch = parseArchitecture(text('architecture'));
  return {
    target: { ...(xen === undefined ? {} : { xen }), ...(arch === undefined ? {} : { arch }) },
    rules: readRules(read('rules'), [], IGNORE_PROBLEMS),
    roots: readRoots(read('roots'), [], IGNORE_PROBLEMS),
    format: readStyle(Object.fromEntries(STYLE_KEYS.map((key) => [key, read(`format.${key}`)])), [], IGNORE_PROBLEMS),
    checksFiles: read('kernel.check') !== false,
    showsMigrationLens: read('migration.codeLens') !== false,
    inlayHints: readHintKinds(read),
  };
}

/** A setting such as `kernel.check`: editors nest what stands between dots, or leave it as one name. */
function valueAt(section: object, key: string): unknown {
  const flat: unknown = key in section ? (section as Readonly<Record<string, unknown>>)[key] : undefined;
  if (flat !== undefined) return flat;
  return key.split('.').reduce<unknown>((value, part) => {
    return typeof value === 'object' && value !== null && part in value ? (value as Readonly<Record<string, unknown>>)[part] : undefined;
  }, section);
}
