/** Turns results of the core into those of the language server protocol. */
import { STAGE_EFFECTS } from '../../text/problem';
import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  InsertTextFormat,
  MarkupKind,
  type Range,
  SymbolKind,
  type TextEdit as ProtocolEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AssistAction, Completion, Finding, FixAction, OutlineSymbol, Say, Severity } from '../../language-service';
import type { ClientAbilities } from '../session';
import { message } from '../../text/message';
import type { TextEdit } from '../../text/text-edit';
import type { TextRange } from '../../text/text-range';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const COMPLETION_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  option: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  snippet: CompletionItemKind.Snippet,
  keyword: CompletionItemKind.Keyword,
  folder: CompletionItemKind.Folder,
  file: CompletionItemKind.File,
};

const SYMBOL_KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  number: SymbolKind.Number,
  text: SymbolKind.String,
  list: SymbolKind.Array,
  item: SymbolKind.Field,
  device: SymbolKind.Object,
};

export function toRange(document: TextDocument, { start, end }: TextRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toEdits(document: TextDocument, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
}

/** @param rulePages folder URI of the rule pages */
export function toDiagnostic(document: TextDocument, finding: Finding, rulePages: string, say: Say): Diagnostic {
  const tags = finding.tag === undefined ? [] : [finding.tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary];
  return {
    range: toRange(document, finding.range),
    severity: SEVERITIES[finding.severity],
    source: 'xlcfg',
    code: finding.ruleId,
    codeDescription: { href: pageOf(finding, rulePages) },
    message: finding.message + effectOf(finding, say),
    tags,
    relatedInformation: finding.related.map(({ range, message }) => ({
      location: { uri: document.uri, range: toRange(document, range) },
      message,
    })),
  };
}

/** What an error comes to, where the message does not say it already: most are refused when the file is read. */
function effectOf({ stage }: Finding, say: Say): string {
  return stage === undefined || stage === 'parse' ? '' : ` (${say(STAGE_EFFECTS[stage])})`;
}

export function toCodeAction(document: TextDocument, action: FixAction, rulePages: string, say: Say): CodeAction {
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, action.finding, rulePages, say)],
    isPreferred: action.isPreferred,
    edit: { changes: { [document.uri]: toEdits(document, action.edits) } },
  };
}

/** The kind of an assist, by which editors group it and people bind keys to it. */
const ASSIST_KIND = CodeActionKind.RefactorRewrite;

/** @param confirms whether the editor can show the change of a domain before it is made */
export function toAssistAction(
  document: TextDocument,
  { id, title, edits, keepsDomain, notes }: AssistAction,
  confirms: boolean,
): CodeAction {
  const action = { title, kind: `${ASSIST_KIND}.${id}` };
  if (keepsDomain || !confirms) return { ...action, edit: { changes: { [document.uri]: toEdits(document, edits) } } };
  const annotated = toEdits(document, edits).map((edit) => ({ ...edit, annotationId: id }));
  return {
    ...action,
    edit: {
      documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: annotated }],
      changeAnnotations: { [id]: { label: title, needsConfirmation: true, description: notes.join('; ') } },
    },
  };
}

/** The page of a rule, through the command of our client. */
export function toPageAction(document: TextDocument, finding: Finding, rulePages: string, say: Say): CodeAction {
  const title = say(message('Explain {rule}', { rule: finding.ruleId }));
  const command = { title, command: 'xlcfg.showRulePage', arguments: [pageOf(finding, rulePages)] };
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(document, finding, rulePages, say)], command };
}

function pageOf({ ruleId }: Finding, rulePages: string): string {
  return `${rulePages}${ruleId}.md`;
}

/** What a completion item carries so that its documentation can be found without the document. */
export interface CompletionOrigin {
  readonly option: string;
  /** The kind of file that has it. */
  readonly file: string;
  readonly xen: string;
  readonly arch: string;
}

/** A command of VS Code; the protocol has none for this. */
const SUGGEST_AGAIN: Command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

export function toCompletionItem(
  document: TextDocument,
  completion: Completion,
  origin: CompletionOrigin,
  { hasSnippets, suggestsAgain }: Pick<ClientAbilities, 'hasSnippets' | 'suggestsAgain'>,
): CompletionItem {
  const isSnippet = hasSnippets && completion.snippet !== undefined;
  return {
    label: completion.label,
    kind: COMPLETION_KINDS[completion.kind],
    sortText: completion.sortKey,
    filterText: completion.label,
    ...(completion.detail === undefined ? {} : { detail: completion.detail }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(document, completion.range),
      newText: isSnippet ? (completion.snippet ?? '') : completion.newText,
    },
    ...(suggestsAgain && canChooseNext(completion, isSnippet) ? { command: SUGGEST_AGAIN } : {}),
    ...(completion.isDeprecated === true ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(completion.documentation === undefined ? {} : { documentation: toMarkup(completion.documentation) }),
    ...(completion.option === undefined || completion.documentation !== undefined
      ? {}
      : { data: { ...origin, option: completion.option } }),
  };
}

/** Plain text for a snippet leaves the cursor after the brackets, where there is nothing to choose. */
function canChooseNext({ opensNext, snippet }: Completion, isSnippet: boolean): boolean {
  return opensNext === true && isSnippet === (snippet !== undefined);
}

export function toMarkup(markdown: string): { readonly kind: 'markdown'; readonly value: string } {
  return { kind: MarkupKind.Markdown, value: markdown };
}

export function toDocumentSymbol(document: TextDocument, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.kind],
    range: toRange(document, symbol.range),
    selectionRange: toRange(document, symbol.nameRange),
    children: symbol.children.map((child) => toDocumentSymbol(document, child)),
  };
}
