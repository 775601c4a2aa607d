/** What the handlers share: the open documents, their analyses and settings. */
import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  type FileHost,
  type FolderHost,
  haveSameFacts,
  type HostFacts,
  type ImageReport,
  type LanguageService,
  type LookedAt,
  NO_FACTS,
} from '../language-service';
import { stopIfCancelled } from './cancellation';
import type { ResolvedSettings, SettingsStore } from './document-settings';
import { Rehearsal } from './rehearsal';
import type { WorkspaceFiles } from './workspace-files';

/** Texts longer than this, in UTF-16 units, are left alone: no real config comes near. */
const MAX_LENGTH = 4 * 1024 * 1024;

/**
 * How long an analysis waits for the files that a config names, in milliseconds: when a document is opened, while somebody types, and
 * where the client does not ask again before the next change.
 */
const PATIENCE = { opening: 10, typing: 2, unasked: 150 } as const;

/** How long typing has to rest before files that are known are looked at again, in milliseconds. */
const REST = 300;

/** What the adapter needs of the machine to look at such files; every method is total. */
export interface FileAccess {
  /** @param roots absolute local folders for paths of dom0 */
  hostFor(roots: Readonly<Record<string, string>>): FileHost;
  /** The same, for paths that are being written. */
  foldersFor(roots: Readonly<Record<string, string>>): FolderHost;
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
  /** Knows VS Code's command that opens the list of completions. */
  readonly suggestsAgain: boolean;
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly watchesFiles: boolean;
  /** Asks what can be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Makes files that an edit asks for. */
  readonly createsFiles: boolean;
  /** Shows a change that needs it to the person before it is made. */
  readonly confirmsChanges: boolean;
  /** Knows the command of our client that opens the page of a rule. */
  readonly showsRulePages: boolean;
}

/** A document as it was when it was analysed, with what it was judged by. */
export interface AnalyzedDocument {
  readonly document: TextDocument;
  readonly settings: ResolvedSettings;
  readonly analysis: Analysis;
}

/**
 * The time in which neither the text of a document nor anything that it is judged by changes.
 * The next change lets go of it, and what is found out in it afterwards is of no use any more.
 */
interface Epoch {
  readonly document: TextDocument;
  result: Promise<AnalyzedDocument>;
}

export class Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly service: LanguageService;
  readonly settings: SettingsStore;
  readonly abilities: ClientAbilities;
  /** The folder URI of the rule pages, with a slash at the end. */
  readonly rulePages: string;
  readonly workspaceFiles: WorkspaceFiles;
  /** The same of the pages of options. */
  readonly optionPages: string;
  readonly files: FileAccess;
  /** Called when more became known of the files that open documents name. */
  onFactsChange: () => void = () => undefined;
  private readonly listeners: (() => void)[] = [];
  private readonly epochs = new Map<string, Epoch>();
  /** Of every open document, to know what a change leaves as it is. */
  private readonly latest = new Map<string, Analysis>();
  /** What was last found out about the files of a document, under settings and files that hold still. */
  private readonly facts = new Map<string, HostFacts>();
  /** And the looks that were begun since: who types faster than files are looked at would wait for ever otherwise. */
  private readonly looks = new Map<string, Map<string, Promise<LookedAt>>>();
  private readonly rehearsal = new Rehearsal();

  constructor(parts: {
    readonly connection: Connection;
    readonly documents: TextDocuments<TextDocument>;
    readonly service: LanguageService;
    readonly settings: SettingsStore;
    readonly abilities: ClientAbilities;
    readonly rulePages: string;
    readonly workspaceFiles: WorkspaceFiles;
    readonly optionPages: string;
    readonly files: FileAccess;
  }) {
    this.connection = parts.connection;
    this.documents = parts.documents;
    this.service = parts.service;
    this.settings = parts.settings;
    this.abilities = parts.abilities;
    this.rulePages = parts.rulePages;
    this.workspaceFiles = parts.workspaceFiles;
    this.optionPages = parts.optionPages;
    this.files = parts.files;
  }

  /**
   * The document and its analysis, made at most once an epoch; undefined for documents that are not open or far too long.
   * What it gives holds at the moment when it is given, even where something changed since it was asked for.
   * @param token stops the work between its steps
   */
  async analyze(uri: string, token?: CancellationToken): Promise<AnalyzedDocument | undefined> {
    for (;;) {
      stopIfCancelled(token);
      const document = this.documents.get(uri);
      if (document === undefined || document.getText().length > MAX_LENGTH) return undefined;
      const epoch = this.epochs.get(uri) ?? this.begin(document);
      const analyzed = await epoch.result;
      if (this.isNow(epoch)) return analyzed;
    }
  }

  /** The text of a document is another one, whatever its version number says. */
  textChanged(uri: string): void {
    this.epochs.delete(uri);
  }

  /** Settings or files changed, which all documents are judged by. */
  surroundingsChanged(): void {
    this.settings.forget();
    this.epochs.clear();
    this.facts.clear();
    this.looks.clear();
    for (const listener of this.listeners) listener();
  }

  /** Calls a listener from now on after settings or files changed. */
  whenSurroundingsChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Lets go of a document that was closed. */
  close(uri: string): void {
    this.settings.close(uri);
    this.epochs.delete(uri);
    this.latest.delete(uri);
    this.facts.delete(uri);
    this.looks.delete(uri);
    this.files.watch(uri, [], {});
    this.workspaceFiles.close(uri);
  }

  private begin(document: TextDocument): Epoch {
    const { uri, languageId, version } = document;
    // A copy, because the editor goes on to change the original.
    const copy = TextDocument.create(uri, languageId, version, document.getText());
    const epoch: Epoch = { document: copy, result: this.settings.for(uri).then((settings) => this.judge(epoch, settings)) };
    this.epochs.set(uri, epoch);
    epoch.result.catch(() => {
      if (this.isNow(epoch)) this.epochs.delete(uri);
    });
    return epoch;
  }

  private isNow(epoch: Epoch): boolean {
    return this.epochs.get(epoch.document.uri) === epoch;
  }

  /**
   * While somebody types, what was known of the files holds at first. What nobody has looked at yet is waited for a moment, and then
   * left out. The document is judged again when more becomes known.
   */
  private async judge(epoch: Epoch, settings: ResolvedSettings): Promise<AnalyzedDocument> {
    const { document } = epoch;
    const known = settings.checksFiles ? this.facts.get(document.uri) : undefined;
    const isFirst = !this.latest.has(document.uri);
    const analysis = this.log(this.service.analyze(document.getText(), settings, known ?? NO_FACTS, this.latest.get(document.uri)));
    this.latest.set(document.uri, analysis);
    this.rehearse(epoch, settings, analysis);
    const analyzed = { document, settings, analysis };
    if (!this.isNow(epoch)) return analyzed;
    this.files.watch(document.uri, settings.checksFiles ? this.service.watchedFiles(analyzed.analysis) : [], settings.roots);
    if (!settings.checksFiles || !this.service.hasFactsToGather(analyzed.analysis)) return analyzed;
    if (known !== undefined) {
      setTimeout(() => {
        this.lookAgain(epoch);
      }, REST);
    }
    if (this.service.isCoveredByFacts(analysis)) return analyzed;
    const looked = this.lookAtFiles(epoch, analyzed, known ?? NO_FACTS);
    const early = await withPatience(looked, this.patienceFor(isFirst));
    if (early === undefined) this.replaceWhenKnown(epoch, looked);
    return early ?? analyzed;
  }

  private rehearse({ document }: Epoch, settings: ResolvedSettings, analysis: Analysis): void {
    let earlier = analysis;
    this.rehearsal.postpone(document.getText(), (text) => {
      earlier = this.service.analyze(text, settings, analysis.facts, earlier);
    });
  }

  /** Shorter where what becomes known late reaches the person, in milliseconds. */
  private patienceFor(isFirst: boolean): number {
    if (this.abilities.pullsDiagnostics && !this.abilities.refreshesDiagnostics) return PATIENCE.unasked;
    return isFirst ? PATIENCE.opening : PATIENCE.typing;
  }

  private lookAgain(epoch: Epoch): void {
    if (!this.isNow(epoch)) return;
    this.looks.delete(epoch.document.uri);
    this.replaceWhenKnown(
      epoch,
      epoch.result.then((analyzed) => this.lookAtFiles(epoch, analyzed, NO_FACTS)),
    );
  }

  /** Puts what is found out late in the place of what was said before, where it is something else. */
  private replaceWhenKnown(epoch: Epoch, looked: Promise<AnalyzedDocument | undefined>): void {
    const replace = async (): Promise<void> => {
      const [late, before] = await Promise.all([looked, epoch.result]);
      if (late === undefined || !this.isNow(epoch) || late.analysis === before.analysis) return;
      epoch.result = Promise.resolve(late);
      this.onFactsChange();
    };
    // What cannot be judged is said where it is asked for.
    replace().catch(() => undefined);
  }

  /**
   * The same with what the files say that the document names; undefined where that is of no use, or cannot be found out.
   * @param known what need not be looked at
   */
  private async lookAtFiles(
    epoch: Epoch,
    { document, settings, analysis }: AnalyzedDocument,
    known: HostFacts,
  ): Promise<AnalyzedDocument | undefined> {
    try {
      const host = this.files.hostFor(settings.roots);
      const looks = this.looks.get(document.uri) ?? new Map<string, Promise<LookedAt>>();
      this.looks.set(document.uri, looks);
      const look = (path: string): Promise<LookedAt> => {
        const looking = host.inspect(path);
        looks.set(path, looking);
        looking.catch(() => looks.delete(path));
        return looking;
      };
      // Each look can take long, so that the rest is left out when nobody waits for it any more.
      const facts = await this.service.gatherFacts(analysis, {
        inspect: async (path) => known.files.get(path) ?? looks.get(path) ?? (this.isNow(epoch) ? look(path) : { state: 'not-checked' }),
        listBeside: async (path) => (this.isNow(epoch) ? host.listBeside(path) : []),
        hasPlace: async (place) => known.places.get(place) ?? (this.isNow(epoch) ? host.hasPlace(place) : undefined),
      });
      if (!this.isNow(epoch)) return undefined;
      this.facts.set(document.uri, facts);
      this.looks.delete(document.uri);
      if (haveSameFacts(facts, analysis.facts)) return { document, settings, analysis };
      return { document, settings, analysis: this.log(this.service.addFacts(analysis, settings, facts)) };
    } catch (error) {
      this.connection.console.error(`Files of ${document.uri}: ${String(error)}`);
      return undefined;
    }
  }

  private log(analysis: Analysis): Analysis {
    for (const { ruleId, error } of analysis.failures) this.connection.console.error(`The rule ${ruleId} failed: ${String(error)}`);
    return analysis;
  }
}

/** What a promise gives, unless that takes longer than so many milliseconds. */
async function withPatience<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}
