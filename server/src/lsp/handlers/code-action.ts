/** `textDocument/codeAction`: the fixes of findings, changes where nothing is wrong, and all safe fixes at once. */
import type { Handler } from '../handler';
import { message } from '../../text/message';
import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { type TextRange, textRange } from '../../text/text-range';
import { listProjectActions } from '../project-actions';
import { toAssistAction, toCodeAction, toEdits, toPageAction } from '../convert/from-service';
import type { AnalyzedDocument, Session } from '../session';
import { guard } from '../guard';

/** The kind under which editors find the fix for a whole file, for example on saving. */
const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.xlcfg`;

export const handler: Handler = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND] } },
  listen(session) {
    session.connection.onCodeAction((params, token) =>
      guard<CodeAction[]>(session, 'code actions', [], token, async () => {
        const analyzed = await session.analyze(params.textDocument.uri, token);
        if (analyzed === undefined) return [];
        return [
          ...(await quickFixes(session, analyzed, params)),
          ...assists(session, analyzed, params),
          ...fixAll(session, analyzed, params),
        ];
      }),
    );
  },
};

async function quickFixes(session: Session, analyzed: AnalyzedDocument, params: CodeActionParams): Promise<readonly CodeAction[]> {
  if (!isWanted(params.context.only, CodeActionKind.QuickFix)) return [];
  const { document, analysis } = analyzed;
  const { service, rulePages, abilities } = session;
  const wanted = placeOf(analyzed, params);
  const actions = service.actions(analysis, wanted);
  const toActions = (mutes: boolean): readonly CodeAction[] =>
    actions.filter((action) => action.mutes === mutes).map((action) => toCodeAction(document, action, rulePages, service.say));
  const findings = service.findingsAt(analysis, wanted);
  const byRule = [...new Map(findings.map((finding) => [finding.ruleId, finding])).values()];
  const pages = abilities.showsRulePages ? byRule.map((finding) => toPageAction(document, finding, rulePages, service.say)) : [];
  // Who does not know a rule reads about it before switching it off.
  return [...toActions(false), ...pages, ...toActions(true), ...(await listProjectActions(session, analyzed, findings))];
}

function assists({ service, abilities }: Session, analyzed: AnalyzedDocument, params: CodeActionParams): readonly CodeAction[] {
  const { only } = params.context;
  const { document, analysis } = analyzed;
  if (only?.every((each) => each !== '' && !each.startsWith(CodeActionKind.Refactor)) === true) return [];
  return service
    .assists(analysis, placeOf(analyzed, params))
    .map((assist) => toAssistAction(document, assist, abilities.confirmsChanges))
    .filter(({ kind }) => kind === undefined || isWanted(only, kind));
}

function placeOf({ document }: AnalyzedDocument, { range }: CodeActionParams): TextRange {
  return textRange(document.offsetAt(range.start), document.offsetAt(range.end));
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
