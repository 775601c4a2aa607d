/** The language server in this process, on a machine that the test makes up: it says what files are there, and when they answer. */
import { PassThrough } from 'node:stream';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { FolderContent, LookedAt } from '../../server/src/language-service';
import { startServer } from '../../server/src/lsp/server';
import type { ListedFile } from '../../server/src/lsp/workspace-files';
import { type EditorAbilities, openSession, type ServerSession } from './editor-session';

/** An editor that pulls diagnostics, and is asked for its settings. */
export const PULLING = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } },
};

const PROJECT = '/p/.xlcfg.json';

export interface MadeUpMachine {
  /** The text of the project file of all documents. */
  project?: string;
  /** Looks into a file that a config names. */
  look: (path: string) => Promise<LookedAt>;
  /** What lies in a folder; nothing where it is left out. */
  listFolder?: (folder: string) => Promise<FolderContent>;
  /** Finds out whether a folder has a project file; may fail. */
  findProject?: () => Promise<string | undefined>;
  /** Lists the files of a folder that may be configs. */
  readonly listConfigs?: (folder: string) => Promise<readonly ListedFile[]>;
  /** Says that files changed. */
  changeFiles: () => void;
  /** What is watched, by document. */
  readonly watched: Map<string, readonly string[]>;
}

export function makeUpMachine(look: MadeUpMachine['look'] = () => Promise.resolve({ state: 'not-checked' })): MadeUpMachine {
  return { look, changeFiles: () => undefined, watched: new Map() };
}

export async function startOn(machine: MadeUpMachine, editor: Partial<EditorAbilities> = {}): Promise<ServerSession> {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  // Readers, not streams: the end of a stream would end the process.
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  startServer(connection, {
    host: {
      pathOf: (uri) => (uri.startsWith('file:') ? uri.slice('file://'.length) : undefined),
      uriOf: (path) => `file://${path}`,
      listUpwards: () => [PROJECT],
      findFirst: () => machine.findProject?.() ?? Promise.resolve(machine.project === undefined ? undefined : PROJECT),
      read: () => Promise.resolve({ kind: 'text', text: machine.project ?? '' }),
      listBelow: () => Promise.resolve([]),
      watch: () => Promise.resolve(),
      onChange: () => undefined,
      relativeTo: (_base, file) => file,
      resolveFrom: (_base, path) => path,
      listConfigs: (folder) => machine.listConfigs?.(folder) ?? Promise.resolve([]),
      readUri: () => Promise.resolve(undefined),
    },
    files: {
      hostFor: () => ({
        inspect: (path) => machine.look(path),
        listBeside: () => Promise.resolve([]),
        hasPlace: () => Promise.resolve(undefined),
      }),
      foldersFor: () => ({
        inspect: (path) => machine.look(path),
        listFolder: (folder) => machine.listFolder?.(folder) ?? Promise.resolve({ entries: [], isComplete: true }),
      }),
      onChange: (listener) => {
        machine.changeFiles = listener;
      },
      watch: (uri, paths) => {
        if (paths.length === 0) machine.watched.delete(uri);
        else machine.watched.set(uri, paths);
      },
      uriOf: (path) => `file://${path}`,
      inspect: () => Promise.resolve(undefined),
    },
    limitTo: () => undefined,
    rulePages: 'file:///rules/',
    optionPages: 'file:///options/',
    version: '0.0.0',
  });
  const rpc = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  return openSession(rpc, { capabilities: PULLING, ...editor }, () => {
    connection.dispose();
    return Promise.resolve();
  });
}

/** A promise that the test settles. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

export function defer<T>(): Deferred<T> {
  const parts: { resolve?: (value: T) => void; reject?: (error: Error) => void } = {};
  const promise = new Promise<T>((resolve, reject) => {
    parts.resolve = resolve;
    parts.reject = reject;
  });
  return { promise, resolve: (value) => parts.resolve?.(value), reject: (error) => parts.reject?.(error) };
}
