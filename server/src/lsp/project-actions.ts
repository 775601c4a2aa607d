/** What a person can have written into the project file because of a finding. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type Analysis, canBeMuted, type Finding } from '../language-service';
import { allowKey, allowOptions } from '../project/allow-options';
import { disableRule } from '../project/disable-rule';
import { message, type Message } from '../text/message';
import { rangesOverlap } from '../text/text-range';
import { toDiagnostic } from './convert/from-service';
import { editProject } from './edit-project';
import type { LocatedProject } from './project-files';
import type { AnalyzedDocument, Session } from './session';

/** Rules about names that a project can allow. */
const RULES_ABOUT_NAMES: ReadonlySet<string> = new Set(['unknown-option', 'vendor-option', 'xend-option']);
/** And about keys of device strings. */
const RULES_ABOUT_KEYS: ReadonlySet<string> = new Set(['unknown-device-key', 'ignored-device-key']);

/** A change of the text of the project file; undefined where there is nothing to change. */
interface ProjectChange {
  readonly title: Message;
  readonly text: string | undefined;
}

/** The actions for some findings, where there is a project file or the editor can make one. */
export async function listProjectActions(
  session: Session,
  { document, analysis }: AnalyzedDocument,
  findings: readonly Finding[],
): Promise<readonly CodeAction[]> {
  const project = findings.length === 0 ? undefined : await session.settings.findProject(document.uri);
  if (project === undefined || (project.text === undefined && !session.abilities.createsFiles)) return [];
  const byRule = new Map(findings.filter(canBeMuted).map((finding) => [finding.ruleId, finding]));
  const { say } = session.service;
  const toAction = (finding: Finding, { title, text }: ProjectChange): readonly CodeAction[] =>
    text === undefined
      ? []
      : [
          {
            title: say(title),
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(document, finding, session.rulePages, say)],
            edit: editProject(project, text),
          },
        ];
  return [
    ...findings
      .filter(({ ruleId }) => RULES_ABOUT_NAMES.has(ruleId))
      .flatMap((finding) => toAction(finding, allowNames(finding, document.getText(), project))),
    ...findings
      .filter(({ ruleId }) => RULES_ABOUT_KEYS.has(ruleId))
      .flatMap((finding) => toAction(finding, allowKeyOf(finding, analysis, project))),
    ...[...byRule.values()].flatMap((finding) => toAction(finding, switchOff(finding, project))),
  ];
}

function allowNames({ range, related }: Finding, text: string, project: LocatedProject): ProjectChange {
  const names = [{ range }, ...related].map((each) => text.slice(each.range.start, each.range.end));
  return {
    title: message('Allow {names} in .xlcfg.json', { names: names.map((name) => `\`${name}\``).join(', ') }),
    text: allowOptions(project.text, names),
  };
}

function allowKeyOf({ range }: Finding, { model }: Analysis, project: LocatedProject): ProjectChange {
  const key = model.tree.text.slice(range.start, range.end);
  const option = model.settings.find((setting) => rangesOverlap(setting.range, range))?.name;
  return {
    title: message('Allow {names} in .xlcfg.json', { names: `\`${key}\`` }),
    text: option === undefined ? undefined : allowKey(project.text, option, key),
  };
}

function switchOff({ ruleId }: Finding, project: LocatedProject): ProjectChange {
  return { title: message('Disable {rule} in .xlcfg.json', { rule: ruleId }), text: disableRule(project.text, ruleId) };
}
