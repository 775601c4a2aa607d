/** The tokens of Python, as far as configs of xm need them. */

export interface PythonToken {
  /** `sign`: an operator or a bracket. `other`: what no static value has. */
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'comment' | 'newline' | 'blank' | 'other';
  readonly start: number;
  readonly end: number;
}

const PATTERNS: readonly (readonly [PythonToken['kind'], RegExp])[] = [
  ['blank', /(?:[ \t\r\f]|\\\r?\n)+/y],
  ['newline', /\n/y],
  ['comment', /#[^\n]*/y],
  [
    'string',
    /[rRuUbB]{0,2}(?:"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"""|'''(?:[^'\\]|\\[\s\S]|'{1,2}(?!'))*'''|(?!"""|''')(?:"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'))/y,
  ],
  // One that does not end takes along all that was looked at, so that nothing in it is looked at again.
  ['other', /"""[\s\S]*|'''[\s\S]*|"(?:[^"\\\n]|\\[\s\S])*|'(?:[^'\\\n]|\\[\s\S])*/y],
  ['name', /[A-Za-z_]\w*/y],
  ['number', /\d[\w.]*/y],
  ['sign', /\+=|\*\*|\/\/|[=!<>]=|[-+*%(),[\]{}=;:]/y],
];

/** Splits a text; characters that begin no token are one each. */
export function* readTokens(text: string): Generator<PythonToken> {
  for (let start = 0; start < text.length;) {
    const token = readToken(text, start);
    yield token;
    start = token.end;
  }
}

function readToken(text: string, start: number): PythonToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, start, end: pattern.lastIndex };
  }
  return { kind: 'other', start, end: start + 1 };
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '\n': '', '\\': '\\', "'": "'", '"': '"' },
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

/** The text of a string literal. */
export function readLiteral(literal: string): string {
  const [, prefix = '', quote = ''] = /^([rRuUbB]*)("""|'''|"|')/.exec(literal) ?? [];
  const inner = literal.slice(prefix.length + quote.length, literal.length - quote.length);
  if (/r/i.test(prefix)) return inner;
  return inner.replace(/\\(x[\da-fA-F]{2}|[0-7]{1,3}|[\s\S])/g, (whole, escape: string) => {
    if (/^x./.test(escape)) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    if (/^[0-7]/.test(escape)) return String.fromCharCode(Number.parseInt(escape, 8));
    return ESCAPES[escape] ?? whole;
  });
}
