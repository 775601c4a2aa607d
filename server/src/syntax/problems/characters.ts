/** Characters and strings that xl cannot read. */
import type { ProblemDeclarations } from '../../text/problem';

export const CHARACTER_PROBLEMS = {
  'bad-character': {
    summary: 'Reports a character that starts no word of the file format.',
    rationale: 'xl stops at the first such character and creates nothing.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: '`{text}` has no meaning in an xl.cfg file',
    },
  },
  'byte-order-mark': {
    summary: 'Reports a byte-order mark at the start of the file.',
    rationale: 'Some Windows editors put this invisible mark in front of a text. xl takes it for a bad character and refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'The file begins with a byte-order mark, which xl refuses; save it as UTF-8 without one',
    },
  },
  'carriage-return': {
    summary: 'Reports lines that end with a carriage return and a line feed.',
    rationale:
      'Windows editors end lines that way. xl takes the carriage return for a bad character, except inside comments, and refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'The line ends with a carriage return (Windows line end), which xl refuses; save the file with Unix line ends (LF)',
    },
    onceAFile: ['default'],
  },
  'comment-without-newline': {
    summary: 'Reports a comment at the very end of a file that has no final newline.',
    rationale:
      'For xl a comment reaches to the newline that ends it. Without one, the last line is a lexical error and nothing is created. A setting on the last line needs no newline.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'A comment on the last line needs a newline after it; xl refuses the file without one',
    },
  },
  'line-continuation': {
    summary: 'Reports a backslash outside a string.',
    rationale: 'There is no line continuation in the format. A list can go over several lines as it is; a string has to stay on one.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'A backslash does not continue a line in an xl.cfg file; lists may go over several lines without it',
    },
  },
  'nul-byte': {
    summary: 'Reports a NUL character outside a comment.',
    rationale: 'Inside a string it makes xl abort, elsewhere it is a bad character. The file was most likely damaged.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
    messages: {
      default: 'There is a NUL character here, over which xl aborts; the file may be damaged',
    },
  },
  'typographic-quotes': {
    summary: 'Reports text in typographic quotation marks.',
    rationale: 'Web pages and word processors turn straight quotes into curly ones. xl knows the straight ones only and refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'xl does not know typographic quotation marks; write straight ones',
    },
  },
  'escape-dropped': {
    summary: 'Reports an octal escape in a string.',
    rationale:
      'xl reads the digits in base 10 and then throws the number away: `"\\101"` is not `A` but nothing. The escape silently vanishes from the string.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
    messages: {
      default: 'xl silently drops `{escape}` from the string; write the character itself',
    },
  },
  'hex-escape': {
    summary: 'Reports a hexadecimal escape in a string.',
    rationale: 'The code that reads `\\x` escapes can never succeed, so xl refuses every one of them.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
    messages: {
      default: 'xl cannot read hexadecimal escapes and refuses `{escape}`; write the character itself',
    },
  },
  'octal-escape': {
    summary: 'Reports an octal escape that xl refuses.',
    rationale:
      'Behind a backslash and an octal digit xl wants at least two decimal digits, which it then drops. With fewer it refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
    messages: {
      default: 'xl refuses the escape `{escape}`; write the character itself, or `\\\\` for a backslash',
    },
  },
  'unknown-escape': {
    summary: 'Reports a backslash before a character that needs none.',
    rationale:
      'Only `\\`, the quotes and `a b f n r t v` may follow a backslash. xl refuses any other since Xen 4.7; before, it silently dropped both characters.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    since: '4.7',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu__cfgl_dequote'],
    messages: {
      default: 'xl does not know the escape `{escape}`; write `\\\\` for a backslash',
    },
  },
  'unterminated-string': {
    summary: 'Reports a string with no closing quote on its line.',
    rationale: 'A string cannot go over a line end. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: 'This string is not closed: a `{quote}` is missing on this line',
    },
  },
} as const satisfies ProblemDeclarations;
