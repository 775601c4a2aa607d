/** Every text that the client shows goes through VS Code's own translations. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const FOLDER = 'client/src';
/** A word with a capital, or words with blanks between them. */
const READABLE = /^[A-Z][a-z]+$|[a-z,.] [a-zA-Z]/;
/** Names of products and of panels in the log, and what is no text: styles, scripts and markup. */
const NAMES = new Set(['Xen domain configs', 'Xen Domain Configs', 'Xen', 'Arm', 'Markdown', 'Running']);
const MARKUP = /<|^\s*(?:body|const) |^default-src|class=|data-/;

function literalsIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && /^(?:l10n\.t|t|.*\.(?:warn|error|info|debug))$/.test(node.expression.getText())) return;
    const isTemplate = ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if ((ts.isStringLiteralLike(node) || isTemplate) && READABLE.test(node.text) && !NAMES.has(node.text) && !MARKUP.test(node.text)) {
      found.push(`${file}: ${node.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('no text of the client goes past the translations', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  assert.deepEqual(files.flatMap(literalsIn), []);
});
