/** What the editor has open, and whether the person trusts it. */
import type { Notifications } from '../../../protocol/requests';
import { type Connection, type InitializeParams, NotificationType0 } from 'vscode-languageserver';

export interface Workspace {
  /** URIs of the folders. */
  readonly folders: readonly string[];
  /** Without trust, no file outside of the folders is looked at. Editors that do not say are trusted. */
  readonly isTrusted: boolean;
}

/** The person trusts the workspace from now on. */
export const TRUSTED = new NotificationType0('xlcfg/trusted' satisfies keyof Notifications);

export interface FollowedWorkspace {
  now: Workspace;
  /** Begins to hear of changes; editors tell of them once they are initialized. */
  listen(): void;
}

/** @param onChange called with what holds from now on */
export function followWorkspace(
  connection: Connection,
  { workspaceFolders, initializationOptions, capabilities }: InitializeParams,
  onChange: (workspace: Workspace) => void,
): FollowedWorkspace {
  const change = (part: Partial<Workspace>): void => {
    followed.now = { ...followed.now, ...part };
    onChange(followed.now);
  };
  const followed: FollowedWorkspace = {
    now: { folders: (workspaceFolders ?? []).map(({ uri }) => uri), isTrusted: !isDistrusted(initializationOptions) },
    listen() {
      if (capabilities.workspace?.workspaceFolders !== true) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        change({ folders: [...followed.now.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)] });
      });
    },
  };
  connection.onNotification(TRUSTED, () => {
    change({ isTrusted: true });
  });
  return followed;
}

function isDistrusted(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'isTrusted' in options && options.isTrusted === false;
}
