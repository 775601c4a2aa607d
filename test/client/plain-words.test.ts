/** No name of a file or a domain becomes a link in a notification. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import ts from 'typescript';
import { plainWords } from '../../client/src/plain-words';
import { HOSTILE_TEXT } from '../support/hostile-text';

const FOLDER = 'client/src';
/** What VS Code takes for a link in a notification. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;

test('links and what turns the direction of writing are words', () => {
  assert.equal(plainWords('[Yes](command:x).txt is\n\u202eodd'), '[Yes] (command:x).txt is odd');
  assert.equal(plainWords('a [b] (c) é'), 'a [b] (c) é');
  fc.assert(
    fc.property(fc.array(fc.oneof(HOSTILE_TEXT, fc.constantFrom('[a]', '](', '(command:x)', ']\u0000(')), { maxLength: 5 }), (parts) => {
      assert.doesNotMatch(plainWords(parts.join('')), LINK);
    }),
  );
});

/** What notifications of a file say, as far as that is more than words of ours. */
function unguardedIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isMessage = ts.isCallExpression(node) && /^window\.show(?:Information|Warning|Error)Message$/.test(node.expression.getText());
    const said = isMessage ? (node.arguments[0]?.getText() ?? '') : '';
    if (isMessage && !/^plainWords\(/.test(said) && !/^l10n\.t\('[^']*'\)$/.test(said)) found.push(`${file}: ${said}`);
    const isTitle = ts.isPropertyAssignment(node) && node.name.getText() === 'location' && /Notification/.test(node.initializer.getText());
    if (isTitle && !/title: plainWords\(/.test(node.parent.getText())) found.push(`${file}: ${node.parent.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('all that notifications say goes that way', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  assert.deepEqual(files.flatMap(unguardedIn), []);
});
