/** What the handlers share: the open documents, their analyses and settings. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, LanguageService } from '../language-service';
import type { SettingsStore } from './document-settings';
import type { WorkspaceValues } from './workspace-values';

/** Texts longer than this, in UTF-16 units, are left alone: no real config comes near. */
const MAX_LENGTH = 4 * 1024 * 1024;

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
  private readonly analyses = new Map<string, { readonly version: number; readonly result: Promise<Analysis> }>();

  constructor(parts: {
    readonly connection: Connection;
    readonly documents: TextDocuments<TextDocument>;
    readonly service: LanguageService;
    readonly settings: SettingsStore;
    readonly abilities: ClientAbilities;
    readonly rulePages: string;
    readonly workspaceValues: WorkspaceValues;
  }) {
    this.connection = parts.connection;
    this.documents = parts.documents;
    this.service = parts.service;
    this.settings = parts.settings;
    this.abilities = parts.abilities;
    this.rulePages = parts.rulePages;
    this.workspaceValues = parts.workspaceValues;
  }

  /** The document and its analysis, made at most once a version; undefined for documents that are not open or far too long. */
  async analyze(uri: string): Promise<AnalyzedDocument | undefined> {
    const document = this.documents.get(uri);
    if (document === undefined || document.getText().length > MAX_LENGTH) return undefined;
    const known = this.analyses.get(uri);
    const result = known?.version === document.version ? known.result : this.start(document);
    return { document, analysis: await result };
  }

  /** Forgets the analysis of one document, or of all, because its settings changed or it was closed. */
  forget(uri?: string): void {
    this.settings.forget(uri);
    if (uri === undefined) this.analyses.clear();
    else this.analyses.delete(uri);
  }

  private start(document: TextDocument): Promise<Analysis> {
    const text = document.getText();
    const result = this.settings.for(document.uri).then((settings) => {
      const analysis = this.service.analyze(text, settings);
      for (const { ruleId, error } of analysis.failures) this.connection.console.error(`The rule ${ruleId} failed: ${String(error)}`);
      return analysis;
    });
    this.analyses.set(document.uri, { version: document.version, result });
    return result;
  }
}
