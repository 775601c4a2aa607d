/** The texts that stand in the sources of the server: templates, by which translations are found, and all the others. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface WrittenText {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** What is a template: what these calls take first, and what declarations say in these fields and constants. */
const TAKERS = /^(?:message|plainMessage|looseInteger|strictInteger|unsigned|byte|ignoredText|certain|likely|possible)$/;
const DECLARATIONS = /^(?:errors|options|rules|schema|specs|syntax)\/|^features\/starter-list/;
const FIELDS = /^(?:summary|rationale|messages|reason|advice|details?|description|title|defaultNote|what|phrase|unit|item|meaning)$/;
const CONSTANTS = /^(?:rules\/.*:MESSAGES|schema\/.*:SECTIONS|specs\/.*:WHAT)$/;

/** What nobody reads in another language: sources, bodies of starters, what messages of Xen are recognised by, and what is said to programmers. */
const UNSAID_FIELDS = /^(?:evidence|body|says)$/;
const UNSAID_CALLS = /^(?:guard|process\.stderr\.write|(?:session|this)?\.?connection\.console\.\w+|\w*Error)$/;

/** Reads all texts of the server. */
export function readWrittenTexts(): { readonly templates: readonly WrittenText[]; readonly others: readonly WrittenText[] } {
  const templates: WrittenText[] = [];
  const others: WrittenText[] = [];
  for (const name of readdirSync('server/src', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = name.replaceAll('\\', '/');
    const source = ts.createSourceFile(name, readFileSync(`server/src/${name}`, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node, list: WrittenText[]): void => {
      if (isText(node)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        // A part of a text keeps its braces, by which it shows among the templates.
        list.push({ text: ts.isStringLiteralLike(node) ? node.text : node.getText(), file, line });
      }
      ts.forEachChild(node, (child) => {
        if (!ts.isTypeNode(child) && !ts.isImportDeclaration(child)) visit(child, listFor(node, child) ?? list);
      });
    };
    const listFor = (parent: ts.Node, child: ts.Node): WrittenText[] | undefined => {
      if (isCall(parent) && TAKERS.test(parent.expression.getText())) return child === parent.arguments?.[0] ? templates : others;
      if (isDeclared(parent, file)) return templates;
      return isUnsaid(parent, child) ? [] : undefined;
    };
    visit(source, others);
  }
  return { templates, others };
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

function isCall(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node);
}

function isDeclared(node: ts.Node, file: string): boolean {
  if (ts.isVariableDeclaration(node)) return CONSTANTS.test(`${file}:${node.name.getText()}`);
  return (ts.isPropertyAssignment(node) || ts.isParameter(node)) && DECLARATIONS.test(file) && FIELDS.test(node.name.getText());
}

/** Of calls only the texts themselves: what else is handed over can hold messages. */
function isUnsaid(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isPropertyAssignment(parent)) return UNSAID_FIELDS.test(parent.name.getText());
  return isCall(parent) && UNSAID_CALLS.test(parent.expression.getText()) && (isText(child) || ts.isTemplateExpression(child));
}
