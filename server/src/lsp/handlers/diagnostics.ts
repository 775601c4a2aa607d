/** Diagnostics, pushed to clients that cannot pull them. */
import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { toDiagnostic } from '../convert/from-service';
import type { Session } from '../session';
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

async function compute(session: Session, uri: string): Promise<Diagnostic[]> {
  const analyzed = await session.analyze(uri);
  if (analyzed === undefined) return [];
  const { document, analysis } = analyzed;
  return analysis.findings.map((finding) => toDiagnostic(document, finding, session.rulePages));
}

function handlePull(session: Session): Diagnostics {
  session.connection.languages.diagnostics.on(async ({ textDocument }, token) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: await guard(session, 'diagnostics', [], token, () => compute(session, textDocument.uri)),
  }));
  const refreshAll = (): void => {
    if (session.abilities.refreshesDiagnostics) void session.connection.languages.diagnostics.refresh();
  };
  // The client asks again by itself when a document changes.
  return { refresh: () => undefined, refreshAll, clear: () => undefined };
}

function handlePush(session: Session): Diagnostics {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const push = async (uri: string): Promise<void> => {
    const version = session.documents.get(uri)?.version;
    const diagnostics = await guard(session, 'diagnostics', [], undefined, () => compute(session, uri));
    // A newer version has its own timer by now; what was found in the older one would stand in wrong places.
    if (version === undefined || session.documents.get(uri)?.version !== version) return;
    await session.connection.sendDiagnostics({ uri, version, diagnostics });
  };
  const refresh = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => void push(uri), PUSH_DELAY),
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
      void session.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
