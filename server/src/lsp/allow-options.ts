/** The quick fix that makes the project allow names which no xl of the Xen project reads. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { allowOptions } from '../project/allow-options';
import { message } from '../text/message';
import type { Finding } from '../language-service';
import { toDiagnostic } from './convert/from-service';
import { editProject } from './edit-project';
import type { AnalyzedDocument, Session } from './session';

/** Rules about names that a project can allow. */
const RULES_ABOUT_NAMES: ReadonlySet<string> = new Set(['unknown-option', 'vendor-option', 'xend-option']);

/** One action for each finding about names, where there is a project file or the editor can make one. */
export async function allowInProject(
  session: Session,
  { document }: AnalyzedDocument,
  findings: readonly Finding[],
): Promise<readonly CodeAction[]> {
  const about = findings.filter(({ ruleId }) => RULES_ABOUT_NAMES.has(ruleId));
  const project = about.length === 0 ? undefined : await session.settings.findProject(document.uri);
  if (project === undefined || (project.text === undefined && !session.abilities.createsFiles)) return [];
  const text = document.getText();
  return about.flatMap((finding) => {
    const names = [finding, ...finding.related].map(({ range }) => text.slice(range.start, range.end));
    const allowing = allowOptions(project.text, names);
    if (allowing === undefined) return [];
    const title = message('Allow {names} in .xlcfg.json', { names: names.map((name) => `\`${name}\``).join(', ') });
    return [
      {
        title: session.service.say(title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, finding, session.rulePages, session.service.say)],
        edit: editProject(project, allowing),
      },
    ];
  });
}
