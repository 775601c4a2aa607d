/** Turns the problems of a project file into those of the language server protocol. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { ProjectProblem } from '../../project/project-problem';
import type { Say } from '../../language-service';
import { LineIndex } from '../../text/line-index';

/** @param text the text of the project file */
export function toProjectDiagnostics(text: string, problems: readonly ProjectProblem[], say: Say): Diagnostic[] {
  const lines = new LineIndex(text);
  return problems.map(({ message, range }) => ({
    range: lines.lineRange(range),
    severity: DiagnosticSeverity.Error,
    source: 'xlcfg',
    message: say(message),
  }));
}
