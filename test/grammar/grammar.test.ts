/** The TextMate grammar colours what xl reads, and marks what it refuses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { EVERY_OPTION } from '../../server/src/options/index';

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<string, string>> = {
  'source.xlcfg': 'syntaxes/xlcfg.tmLanguage.json',
  'markdown.xlcfg.codeblock': 'syntaxes/markdown-xlcfg.tmLanguage.json',
};

async function loadGrammar(scope: string): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const file = FILES[scope];
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error('The grammar does not load');
  return grammar;
}

const grammar = await loadGrammar('source.xlcfg');
const fences = await loadGrammar('markdown.xlcfg.codeblock');

/** The innermost scope of each piece of a text that is not a blank. */
function scopesOf(text: string, by: IGrammar = grammar): readonly (readonly [string, string])[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = by.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }): readonly [string, string] => [line.slice(startIndex, endIndex), scopes.at(-1) ?? ''])
      .filter(([piece]) => piece.trim() !== '');
  });
}

function scopeOf(text: string, piece: string): string | undefined {
  return scopesOf(text).find(([each]) => each.trim() === piece)?.[1];
}

test('names, operators, strings, numbers and comments', () => {
  assert.deepEqual(scopesOf('memory = 512 # MiB\nfoo += "x"'), [
    ['memory', 'support.type.property-name.xlcfg'],
    ['=', 'keyword.operator.assignment.xlcfg'],
    ['512', 'constant.numeric.xlcfg'],
    ['#', 'punctuation.definition.comment.xlcfg'],
    [' MiB', 'comment.line.number-sign.xlcfg'],
    ['foo', 'variable.other.xlcfg'],
    ['+=', 'keyword.operator.assignment.xlcfg'],
    ['"', 'punctuation.definition.string.begin.xlcfg'],
    ['x', 'string.quoted.double.xlcfg'],
    ['"', 'punctuation.definition.string.end.xlcfg'],
  ]);
});

test('every option is a keyword, and none is cut short by another', () => {
  for (const { name } of EVERY_OPTION) assert.equal(scopeOf(`${name} = 1`, name), 'support.type.property-name.xlcfg', name);
});

test('keys inside strings, escapes right and wrong', () => {
  assert.equal(scopeOf("vif = [ 'mac=00:16:3e:00:00:01,bridge=xenbr0' ]", 'bridge'), 'entity.other.attribute-name.xlcfg');
  assert.equal(scopeOf('a = "x\\n"', '\\n'), 'constant.character.escape.xlcfg');
  assert.equal(scopeOf('a = "x\\q"', '\\q'), 'invalid.illegal.escape.xlcfg');
});

test('directives stand out of comments', () => {
  assert.equal(scopeOf('# xlcfg: xen=4.17', 'xlcfg'), 'keyword.control.directive.xlcfg');
  assert.equal(scopeOf('a = 1 # xlcfg-disable-line unknown-option', 'xlcfg-disable-line'), 'keyword.control.directive.xlcfg');
  assert.equal(scopeOf('# xlcfg-format-ignore', 'xlcfg-format-ignore'), 'keyword.control.directive.xlcfg');
});

test('lists over lines, with comments, and an open list ends at the next setting', () => {
  assert.equal(scopeOf("disk = [\n 'a', # c\n 'b',\n]\nmemory = 1", 'memory'), 'support.type.property-name.xlcfg');
  assert.equal(scopeOf("disk = [\n 'a',\nmemory = 1", 'memory'), 'support.type.property-name.xlcfg');
});

test('what xl refuses is marked', () => {
  assert.equal(scopeOf('type = hvm', 'hvm'), 'invalid.illegal.xlcfg');
  assert.equal(scopeOf('a = (1)', '(1)'), 'invalid.illegal.xlcfg');
});

test('a fenced block in Markdown is coloured as a config', () => {
  const scopes = scopesOf('text\n```xlcfg\nmemory = 512\n```\nmemory = 512', fences);
  assert.equal(scopes.filter(([piece, scope]) => piece === 'memory' && scope === 'support.type.property-name.xlcfg').length, 1);
  assert.ok(scopes.some(([piece, scope]) => piece === '512' && scope === 'constant.numeric.xlcfg'));
});
