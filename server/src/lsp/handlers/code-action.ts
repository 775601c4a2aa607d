/** `textDocument/codeAction`: the fixes of findings, and all safe fixes at once. */
import type { Handler } from '../handler';
import { message } from '../../text/message';
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { textRange } from '../../text/text-range';
import { allowInProject } from '../allow-options';
import { toCodeAction, toEdits } from '../convert/from-service';
import type { AnalyzedDocument, Session } from '../session';
import { guard } from '../guard';

/** The kind under which editors find the fix for a whole file, for example on saving. */
const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.xlcfg`;

export const handler: Handler = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] } },
  listen(session) {
    session.connection.onCodeAction((params, token) =>
      guard<CodeAction[]>(session, 'code actions', [], token, async () => {
        const analyzed = await session.analyze(params.textDocument.uri, token);
        if (analyzed === undefined) return [];
        return [...(await quickFixes(session, analyzed, params)), ...fixAll(session, analyzed, params)];
      }),
    );
  },
};

async function quickFixes(
  session: Session,
  analyzed: AnalyzedDocument,
  { range, context }: CodeActionParams,
): Promise<readonly CodeAction[]> {
  if (!isWanted(context.only, CodeActionKind.QuickFix)) return [];
  const { document, analysis } = analyzed;
  const wanted = textRange(document.offsetAt(range.start), document.offsetAt(range.end));
  const actions = session.service.actions(analysis, wanted);
  const fixes = actions.map((action) => toCodeAction(document, action, session.rulePages, session.service.say));
  return [...fixes, ...(await allowInProject(session, analyzed, [...new Set(actions.map(({ finding }) => finding))]))];
}

function fixAll(session: Session, { document, settings }: AnalyzedDocument, { context }: CodeActionParams): readonly CodeAction[] {
  // Only when it is asked for: it does not belong to the place of the cursor.
  if (context.only === undefined || !isWanted(context.only, FIX_ALL_KIND)) return [];
  const text = document.getText();
  const fixed = session.service.fixAll(text, settings);
  if (fixed === text) return [];
  const edits = toEdits(document, [{ range: textRange(0, text.length), newText: fixed }]);
  return [
    { title: session.service.say(message('Fix all safe problems')), kind: FIX_ALL_KIND, edit: { changes: { [document.uri]: edits } } },
  ];
}

function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`) || each === '');
}
