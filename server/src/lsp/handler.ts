/** The contract of what answers some requests. */
import type { ServerCapabilities } from 'vscode-languageserver';
import type { Session } from './session';

export interface Handler {
  /** What the editor is told of it at the start. */
  readonly capabilities?: ServerCapabilities;
  /** Answers from now on. */
  listen(session: Session): void;
}
