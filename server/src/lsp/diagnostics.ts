/** Diagnostics, pushed to clients that cannot pull them. */
import { type CancellationToken, type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { toDiagnostic } from './convert/from-service';
import { send } from './send';
import type { Session } from './session';
import { guard } from './guard';

/** Milliseconds that typing has to rest before diagnostics are pushed. */
const PUSH_DELAY = 100;

export interface Diagnostics {
  /** The document changed, or what it is judged by. */
  refresh(uri: string): void;
  refreshAll(): void;
  /** The document was closed. */
  clear(uri: string): void;
}

/** Registers the request of pulling clients, or makes what pushes to the others. */
export function handleDiagnostics(session: Session): Diagnostics {
  return session.abilities.pullsDiagnostics ? handlePull(session) : handlePush(session);
}

interface VersionedDiagnostics {
  readonly version: number;
  readonly diagnostics: Diagnostic[];
}

async function compute(session: Session, uri: string, token?: CancellationToken): Promise<VersionedDiagnostics | undefined> {
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return undefined;
  const { document, analysis } = analyzed;
  const diagnostics = analysis.findings.map((finding) => toDiagnostic(document, finding, session.rulePages, session.service.say));
  return { version: document.version, diagnostics };
}

function handlePull(session: Session): Diagnostics {
  session.connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    const found = await guard(session, 'diagnostics', undefined, token, () => compute(session, textDocument.uri, token));
    return { kind: DocumentDiagnosticReportKind.Full, items: found?.diagnostics ?? [] };
  });
  const refreshAll = (): void => {
    if (session.abilities.refreshesDiagnostics) send(() => session.connection.languages.diagnostics.refresh());
  };
  // The client asks again by itself when a document changes.
  return { refresh: () => undefined, refreshAll, clear: () => undefined };
}

function handlePush(session: Session): Diagnostics {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const push = async (uri: string): Promise<void> => {
    const found = await guard(session, 'diagnostics', undefined, undefined, () => compute(session, uri));
    if (found !== undefined) await session.connection.sendDiagnostics({ uri, ...found });
  };
  const refresh = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        send(() => push(uri));
      }, PUSH_DELAY),
    );
  };
  return {
    refresh,
    refreshAll: () => {
      for (const { uri } of session.documents.all()) refresh(uri);
    },
    clear: (uri) => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      send(() => session.connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
  };
}
