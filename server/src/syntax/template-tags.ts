/** Tags and placeholders of template engines: Jinja2, ERB, Go, Mustache, and what shells, make and people fill in. */

/** `output`: stands for text. `open` and `close`: between two of one key the text may be left out or repeated. `alone`: neither. */
export type TagKind = 'output' | 'open' | 'close' | 'alone';

export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly kind: TagKind;
  /** What an opening tag and its closing tag have in common. */
  readonly key: string;
  /** Nobody has to close the tag: whether it opens something only its closing tag tells. */
  readonly mayStandAlone: boolean;
  /** Takes the text of another file in. */
  readonly isInclusion: boolean;
}

type TagMeaning = Pick<Tag, 'kind'> & Partial<Tag>;

const OUTPUT: TagMeaning = { kind: 'output' };
const ALONE: TagMeaning = { kind: 'alone' };

/** Longer tags are none; nor are those of one line that go on in the next. */
const MAX_LENGTH = 2000;

interface Delimiters {
  readonly open: string;
  readonly close: string;
  readonly isOneLine: boolean;
  readonly read: (content: string) => TagMeaning;
}

const DELIMITERS: readonly Delimiters[] = [
  { open: '{{', close: '}}', isOneLine: true, read: readBraces },
  { open: '{%', close: '%}', isOneLine: false, read: readJinja },
  { open: '{#', close: '#}', isOneLine: false, read: () => ALONE },
  { open: '<%', close: '%>', isOneLine: false, read: readErb },
  { open: '<?', close: '?>', isOneLine: false, read: () => OUTPUT },
];

/** What is filled in without an engine; each ends on its line, and none is long. */
const PLAIN =
  /\$\{[^}\n]{0,200}\}|\$\([^()\n]{0,200}\)|\$[A-Za-z_]\w{0,200}|@[A-Za-z_][\w.-]{0,200}@|%\(\w{1,200}\)[a-z]?|%{1,2}[A-Za-z_]\w{0,200}%{1,2}|<[A-Za-z][\w -]{0,200}>|\{[^{}"'\n]{1,200}\}|\[[A-Z][A-Z\d]{0,200}_[A-Z\d_]{0,200}\]|__[A-Z][A-Z\d_]{0,200}|`[^`\n]{1,200}`/y;
const FIRST = new Set('{<$@%[_`');

/** Finds the tags of a text, from one place to the next. */
export class TagFinder {
  private readonly text: string;
  /** Where each closing delimiter stands next, from some place on. */
  private readonly nextClose = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string) {
    this.text = text;
  }

  /** The tag that begins at an offset; places are asked for in their order. */
  tagAt(start: number): Tag | undefined {
    if (!FIRST.has(this.text.charAt(start))) return undefined;
    const pair = this.text.slice(start, start + 2);
    const delimiters = DELIMITERS.find(({ open }) => open === pair);
    return (delimiters === undefined ? undefined : this.readTag(start, delimiters)) ?? this.readPlain(start);
  }

  private readTag(start: number, { close, isOneLine, read }: Delimiters): Tag | undefined {
    const at = this.findNext(close, start + 2);
    if (at < 0 || at - start > MAX_LENGTH) return undefined;
    const content = this.text.slice(start + 2, at);
    if (isOneLine && content.includes('\n')) return undefined;
    return toTag(start, at + close.length, read(content));
  }

  private readPlain(start: number): Tag | undefined {
    PLAIN.lastIndex = start;
    return PLAIN.test(this.text) ? toTag(start, PLAIN.lastIndex, OUTPUT) : undefined;
  }

  private findNext(close: string, from: number): number {
    const known = this.nextClose.get(close);
    if (known !== undefined && (known.at < 0 || (known.from <= from && from <= known.at))) return known.at;
    const at = this.text.indexOf(close, from);
    this.nextClose.set(close, { from, at });
    return at;
  }
}

function toTag(start: number, end: number, meaning: TagMeaning): Tag {
  return { start, end, key: '', mayStandAlone: false, isInclusion: false, ...meaning };
}

/** Go and Mustache; Jinja2 only has output between such braces. */
function readBraces(content: string): TagMeaning {
  const text = content.replace(/^[-~]\s?/, '').trim();
  const [, sign = '', word = ''] = /^([#^/!>]?)\s*(\*?[\w./]*)/.exec(text) ?? [];
  return sign === '' ? readGo(text, word) : text.startsWith('/*') ? ALONE : readMustache(sign, word);
}

function readMustache(sign: string, word: string): TagMeaning {
  switch (sign) {
    case '#':
    case '^':
      return { kind: 'open', key: `#${word}` };
    case '/':
      return { kind: 'close', key: `#${word}` };
    case '>':
      return { kind: 'output', isInclusion: true };
    default:
      return ALONE;
  }
}

function readGo(text: string, word: string): TagMeaning {
  if (/^(?:if|range|with|block|define)$/.test(word) && /\s/.test(text)) return { kind: 'open', key: 'go' };
  if (text.replace(/\s?[-~]$/, '') === 'end') return { kind: 'close', key: 'go' };
  return word === 'else' || text.includes(':=') ? ALONE : OUTPUT;
}

function readJinja(content: string): TagMeaning {
  const word = /^[-+]?\s*(\w*)/.exec(content)?.[1] ?? '';
  if (word.startsWith('end')) return { kind: 'close', key: `%${word.slice('end'.length)}` };
  return { kind: 'open', key: `%${word}`, mayStandAlone: true, isInclusion: /^(?:include|extends|import|from)$/.test(word) };
}

const ERB_OPENS = /^(?:if|unless|case|while|until|for|begin)\b|\bdo(?:\s*\|[^|]*\|)?$|\{(?:\s*\|[^|]*\|)?$/;

function readErb(content: string): TagMeaning {
  if (content.startsWith('=')) return OUTPUT;
  if (content.startsWith('#')) return ALONE;
  const text = content.replace(/^-|-$/g, '').trim();
  if (/^(?:end\b|\})/.test(text)) return ERB_OPENS.test(text) ? ALONE : { kind: 'close', key: 'erb' };
  return ERB_OPENS.test(text) ? { kind: 'open', key: 'erb' } : content.startsWith('-') && /^[@\w.]+$/.test(text) ? OUTPUT : ALONE;
}
