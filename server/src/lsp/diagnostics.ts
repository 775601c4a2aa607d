/** Diagnostics, pushed to clients that cannot pull them. */
import { type CancellationToken, type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { toDiagnostic } from './convert/from-service';
import { send } from './send';
import type { Session } from './session';
import { guard } from './guard';

/** While changes go on coming, a push is followed by a rest that is as long as it took, but no longer than this, in milliseconds. */
const MAX_REST = 500;

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
  const pushers = new Map<string, Pusher>();
  const push = async (uri: string): Promise<void> => {
    const found = await guard(session, 'diagnostics', undefined, undefined, () => compute(session, uri));
    if (found !== undefined && pushers.has(uri)) await session.connection.sendDiagnostics({ uri, ...found });
  };
  const refresh = (uri: string): void => {
    const pusher = pushers.get(uri) ?? new Pusher(() => push(uri));
    pushers.set(uri, pusher);
    pusher.ask();
  };
  return {
    refresh,
    refreshAll: () => {
      for (const { uri } of session.documents.all()) refresh(uri);
    },
    clear: (uri) => {
      pushers.get(uri)?.stop();
      pushers.delete(uri);
      send(() => session.connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
  };
}

/** Pushes at once where nothing is under way, and once more where something changed meanwhile. */
class Pusher {
  private readonly push: () => Promise<void>;
  private isBusy = false;
  private isAskedAgain = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(push: () => Promise<void>) {
    this.push = push;
  }

  ask(): void {
    if (this.isBusy) this.isAskedAgain = true;
    else this.start(0);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.isAskedAgain = false;
  }

  private start(delay: number): void {
    this.isBusy = true;
    this.isAskedAgain = false;
    // Even without a delay, changes that have arrived together are pushed together.
    this.timer = setTimeout(() => {
      const start = performance.now();
      send(async () => {
        try {
          await this.push();
        } finally {
          this.rest(performance.now() - start);
        }
      });
    }, delay);
  }

  private rest(duration: number): void {
    if (this.isAskedAgain) this.start(Math.min(MAX_REST, duration));
    else this.isBusy = false;
  }
}
