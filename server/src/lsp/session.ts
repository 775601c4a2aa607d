/** What the handlers share: the open documents, their analyses and settings. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, FileHost, ImageReport, LanguageService } from '../language-service';
import type { ResolvedSettings, SettingsStore } from './document-settings';
import type { WorkspaceValues } from './workspace-values';

/** Texts longer than this, in UTF-16 units, are left alone: no real config comes near. */
const MAX_LENGTH = 4 * 1024 * 1024;

/** How long an analysis waits for the files that a config names, in milliseconds. */
const PATIENCE = 150;

/** What the adapter needs of the machine to look at such files; every method is total. */
export interface FileAccess {
  /** @param roots absolute local folders for paths of dom0 */
  hostFor(roots: Readonly<Record<string, string>>): FileHost;
  /** Calls `listener` from now on when a file that is watched changes. */
  onChange(listener: () => void): void;
  /** Watches the files that a document names, in place of those that it named before. */
  watch(uri: string, paths: readonly string[], roots: Readonly<Record<string, string>>): void;
  /** The URI of a path of dom0 on this machine. */
  uriOf(path: string, roots: Readonly<Record<string, string>>): string;
  /** What the file of a URI is as an image; undefined where it cannot be read. */
  inspect(uri: string): Promise<ImageReport | undefined>;
}

export interface ClientAbilities {
  readonly hasConfiguration: boolean;
  readonly hasSnippets: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly watchesFiles: boolean;
}

/** The analysis of one version of a document. */
export interface AnalyzedDocument {
  readonly document: TextDocument;
  readonly analysis: Analysis;
}

export class Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly settings: SettingsStore;
  readonly abilities: ClientAbilities;
  /** The folder URI of the rule pages, with a slash at the end. */
  readonly rulePages: string;
  readonly workspaceValues: WorkspaceValues;
  readonly files: FileAccess;
  /** Called when more became known of the files that open documents name. */
  onFactsChange: () => void = () => undefined;
  private readonly analyses = new Map<string, { readonly version: number; readonly result: Promise<Analysis> }>();

  constructor(parts: {
    readonly connection: Connection;
    readonly documents: TextDocuments<TextDocument>;
    readonly service: LanguageService;
    readonly settings: SettingsStore;
    readonly abilities: ClientAbilities;
    readonly rulePages: string;
    readonly workspaceValues: WorkspaceValues;
    readonly files: FileAccess;
  }) {
    this.connection = parts.connection;
    this.documents = parts.documents;
    this.service = parts.service;
    this.settings = parts.settings;
    this.abilities = parts.abilities;
    this.rulePages = parts.rulePages;
    this.workspaceValues = parts.workspaceValues;
    this.files = parts.files;
    this.files.onChange(() => {
      this.forget();
      this.onFactsChange();
    });
  }

  /** The document and its analysis, made at most once a version; undefined for documents that are not open or far too long. */
  async analyze(uri: string): Promise<AnalyzedDocument | undefined> {
    const document = this.documents.get(uri);
    if (document === undefined || document.getText().length > MAX_LENGTH) return undefined;
    const known = this.analyses.get(uri);
    const result = known?.version === document.version ? known.result : this.start(document);
    return { document, analysis: await result };
  }

  /** Forgets the analysis of one document, or of all, because its settings or its files changed. */
  forget(uri?: string): void {
    this.settings.forget(uri);
    if (uri === undefined) this.analyses.clear();
    else this.analyses.delete(uri);
  }

  /** Lets go of a document that was closed. */
  close(uri: string): void {
    this.forget(uri);
    this.files.watch(uri, [], {});
  }

  private start(document: TextDocument): Promise<Analysis> {
    const { uri, version } = document;
    const text = document.getText();
    const result = this.settings.for(uri).then((settings) => this.analyzeText(uri, version, text, settings));
    this.analyses.set(uri, { version, result });
    return result;
  }

  /** Images that are not looked into at once are left out at first; the document is judged again when they are. */
  private async analyzeText(uri: string, version: number, text: string, settings: ResolvedSettings): Promise<Analysis> {
    const analysis = this.log(this.service.analyze(text, settings));
    this.files.watch(uri, settings.checksFiles ? this.service.watchedFiles(analysis) : [], settings.roots);
    if (!settings.checksFiles || this.service.wantedFiles(analysis).length === 0) return analysis;
    const gathered = this.service
      .gatherFacts(analysis, this.files.hostFor(settings.roots))
      .then((facts) => this.log(this.service.addFacts(analysis, settings, facts)));
    const early = await Promise.race([gathered, new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined))]);
    if (early !== undefined) return early;
    void gathered.then((late) => {
      if (this.documents.get(uri)?.version !== version) return;
      this.analyses.set(uri, { version, result: Promise.resolve(late) });
      this.onFactsChange();
    });
    return analysis;
  }

  private log(analysis: Analysis): Analysis {
    for (const { ruleId, error } of analysis.failures) this.connection.console.error(`The rule ${ruleId} failed: ${String(error)}`);
    return analysis;
  }
}
