/** Remembers the names that the configs of the workspace use, so that completion can offer them. */
import { type LanguageService, mergeSharedValues, type SharedValues } from '../language-service';

/** What the adapter needs of the machine to look at the files of a workspace; every method is total. */
export interface WorkspaceHost {
  /** URIs of the files below a folder that may be configs; bounded in number and depth. */
  listConfigs(folderUri: string): Promise<readonly string[]>;
  /** The text of a regular file, or undefined. */
  readUri(uri: string): Promise<string | undefined>;
}

/** Files that nothing else is called like. */
const CERTAIN_NAME = /\.(?:xl|xlcfg)$/;
/** How long what was read stays good, in milliseconds. */
const LIFETIME = 30_000;
/** How long completion waits for the first look at a workspace, in milliseconds. */
const PATIENCE = 300;

export class WorkspaceValues {
  private readonly host: WorkspaceHost;
  private readonly service: LanguageService;
  private readonly folders: () => readonly string[];
  private known: SharedValues = new Map();
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;

  /** @param folders URIs of the folders that are open now */
  constructor(host: WorkspaceHost, service: LanguageService, folders: () => readonly string[]) {
    this.host = host;
    this.service = service;
    this.folders = folders;
  }

  /** The values seen so far; a look that takes long goes on behind the scenes. */
  async get(): Promise<SharedValues> {
    if (this.reading === undefined && Date.now() - this.readAt > LIFETIME) {
      this.reading = this.read().finally(() => {
        this.reading = undefined;
        this.readAt = Date.now();
      });
    }
    await Promise.race([this.reading, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    return this.known;
  }

  /** All configs of the workspace, as they are on disk. */
  async readConfigs(): Promise<readonly { readonly uri: string; readonly text: string }[]> {
    const configs: { readonly uri: string; readonly text: string }[] = [];
    for await (const config of this.texts())
      if (['declared', 'config'].includes(this.service.detect(config.text)) || CERTAIN_NAME.test(config.uri)) configs.push(config);
    return configs;
  }

  private async read(): Promise<void> {
    const found: SharedValues[] = [];
    for await (const { text } of this.texts()) found.push(this.service.sharedValues(text));
    this.known = mergeSharedValues(found);
  }

  private async *texts(): AsyncGenerator<{ readonly uri: string; readonly text: string }> {
    for (const folder of this.folders()) {
      for (const uri of await this.host.listConfigs(folder)) {
        const text = await this.host.readUri(uri);
        if (text !== undefined) yield { uri, text };
      }
    }
  }
}
