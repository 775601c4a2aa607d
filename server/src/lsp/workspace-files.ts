/** Knows what the configs of the workspace name: those in its folders, and those that are open. */
import type { CancellationToken, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type LanguageService, type SharedValues, WorkspaceIndex } from '../language-service';
import { LineIndex } from '../text/line-index';
import type { TextRange } from '../text/text-range';
import { stopIfCancelled, untilCancelled } from './cancellation';
import { fileKeyOf } from './file-name';
import type { ProjectFiles } from './project-files';

/** A file that may be a config. */
export interface ListedFile {
  readonly uri: string;
  /** Another one when the file was written to. */
  readonly version: string;
}

/** What the adapter needs of the machine to look at the files of a workspace; every method is total. */
export interface WorkspaceHost {
  /** The files below a folder that may be configs; bounded in number and depth. */
  listConfigs(folderUri: string): Promise<readonly ListedFile[]>;
  /** The text of a regular file, or undefined. */
  readUri(uri: string): Promise<string | undefined>;
}

/** What is kept of a file beside its summary, which is in the index. */
interface KnownFile extends ListedFile {
  readonly lines: LineIndex;
  /** As the editor has it, which may not be saved. */
  readonly isOpen: boolean;
}

/** Files that nothing else is called like. */
const CERTAIN_NAME = /\.(?:xl|xlcfg)$/;
/** How long what was listed stays good where nobody tells of changes, in milliseconds. */
const LIFETIME = 30_000;
/** How long completion waits for the first look at a workspace, in milliseconds. */
const PATIENCE = 300;
/** Stands before some texts, and is no part of them for an editor. */
const BYTE_ORDER_MARK = /^\uFEFF/;

export class WorkspaceFiles {
  /** By file, as `fileKeyOf` names it. */
  readonly index = new WorkspaceIndex();
  /** Called when something in the folders changed, or which folders there are. */
  onFilesChange: () => void = () => undefined;
  private readonly host: WorkspaceHost;
  private readonly service: LanguageService;
  private readonly folders: () => readonly string[];
  private readonly withoutIgnored: ProjectFiles['withoutIgnored'];
  private readonly files = new Map<string, KnownFile>();
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;

  /**
   * @param folders URIs of the folders that are open now
   * @param projects says what is left out
   */
  constructor(
    host: WorkspaceHost,
    service: LanguageService,
    folders: () => readonly string[],
    projects: Pick<ProjectFiles, 'withoutIgnored'>,
  ) {
    this.withoutIgnored = (files) => projects.withoutIgnored(files);
    this.host = host;
    this.service = service;
    this.folders = folders;
  }

  /** The values seen so far; a look that takes long goes on behind the scenes. */
  async sharedValues(): Promise<SharedValues> {
    await Promise.race([this.readFolders(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    return this.index.sharedValues;
  }

  /** Brings the index up to date with the folders and with the documents that are open. */
  async refresh(documents: readonly TextDocument[], token: CancellationToken): Promise<void> {
    await untilCancelled(this.readFolders(), token);
    for (const document of documents) {
      stopIfCancelled(token);
      this.readDocument(document);
    }
  }

  /** Something in the folders changed, or which folders there are. */
  filesChanged(): void {
    this.readAt = -Infinity;
    this.onFilesChange();
  }

  /** A document was closed: what is on disk counts again. */
  close(uri: string): void {
    if (this.files.get(fileKeyOf(uri))?.isOpen !== true) return;
    this.forget(fileKeyOf(uri));
    this.filesChanged();
  }

  /** A range of a file of the index, as the protocol names it. */
  locate(file: string, range: TextRange): { readonly uri: string; readonly range: Range } | undefined {
    const known = this.files.get(file);
    if (known === undefined) return undefined;
    const { start, end } = known.lines.lineRange(range);
    return { uri: known.uri, range: { start, end } };
  }

  /** The URI and the text on disk of a file of the index. */
  async read(file: string): Promise<{ readonly uri: string; readonly text: string } | undefined> {
    const uri = this.files.get(file)?.uri;
    const text = uri === undefined ? undefined : await this.readText(uri);
    return uri === undefined || text === undefined ? undefined : { uri, text };
  }

  /** All configs of the workspace, as they are on disk. */
  async readConfigs(): Promise<readonly { readonly uri: string; readonly text: string }[]> {
    const configs: { readonly uri: string; readonly text: string }[] = [];
    for (const { uri } of await this.listFiles()) {
      const text = await this.readConfig(uri);
      if (text !== undefined) configs.push({ uri, text });
    }
    return configs;
  }

  /** All files of the workspace that may be configs. */
  async listFiles(): Promise<readonly ListedFile[]> {
    const lists: (readonly ListedFile[])[] = [];
    for (const folder of this.folders()) lists.push(await this.list(folder));
    return lists.flat();
  }

  /** The text of such a file on disk; undefined where it is no config. */
  async readConfig(uri: string): Promise<string | undefined> {
    const text = await this.host.readUri(uri);
    return text !== undefined && this.isConfig(uri, text) ? text : undefined;
  }

  private async list(folder: string): Promise<readonly ListedFile[]> {
    return this.withoutIgnored(await this.host.listConfigs(folder));
  }

  private isConfig(uri: string, text: string): boolean {
    return ['declared', 'config'].includes(this.service.detect(text)) || CERTAIN_NAME.test(uri);
  }

  /** Looks again after a while, and when something changed; several who ask share a look. */
  private async readFolders(): Promise<void> {
    if (this.reading === undefined && Date.now() - this.readAt > LIFETIME) {
      this.readAt = Date.now();
      this.reading = this.readChanged().finally(() => {
        this.reading = undefined;
      });
    }
    await this.reading;
  }

  /** Reads those files only that were written to since. */
  private async readChanged(): Promise<void> {
    const listed = new Set<string>();
    for (const folder of this.folders()) {
      for (const file of await this.list(folder)) {
        const key = fileKeyOf(file.uri);
        listed.add(key);
        if (this.isUpToDate(key, file)) continue;
        const text = await this.readText(file.uri);
        // Meanwhile the editor may have opened it.
        if (text !== undefined && !this.isUpToDate(key, file)) this.take(key, { ...file, isOpen: false }, text);
      }
    }
    for (const [key, { isOpen }] of this.files) if (!isOpen && !listed.has(key)) this.forget(key);
  }

  private isUpToDate(key: string, { version }: ListedFile): boolean {
    const known = this.files.get(key);
    return known !== undefined && (known.isOpen || known.version === version);
  }

  private readDocument(document: TextDocument): void {
    const { uri } = document;
    const key = fileKeyOf(uri);
    const version = String(document.version);
    const known = this.files.get(key);
    if (known?.isOpen !== true || known.version !== version) this.take(key, { uri, version, isOpen: true }, document.getText());
  }

  private take(key: string, file: Omit<KnownFile, 'lines'>, text: string): void {
    this.files.set(key, { ...file, lines: new LineIndex(text) });
    this.index.set(key, this.service.summarize(text));
  }

  private forget(key: string): void {
    this.files.delete(key);
    this.index.delete(key);
  }

  private async readText(uri: string): Promise<string | undefined> {
    return (await this.host.readUri(uri))?.replace(BYTE_ORDER_MARK, '');
  }
}
