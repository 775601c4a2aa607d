/** Settings and lists that are not put together as xl wants them. */
import type { ProblemDeclarations } from '../../text/problem';

export const STATEMENT_PROBLEMS = {
  'invalid-name': {
    summary: 'Reports an option name that is not written the way xl writes names.',
    rationale:
      'Names are lower case, with digits, `_` and `.`, and begin with a letter. Any other character in them makes xl refuse the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: '`{name}` is not a name that xl can read: names have lower-case letters, digits, `_` and `.`',
    },
  },
  'invalid-number': {
    summary: 'Reports a number in a form that xl cannot read.',
    rationale:
      'There are no units, no fractions and no unquoted negative numbers in the format, and hexadecimal digits are lower case. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_cfg_l.l'],
    messages: {
      default: '`{text}` is not a number: write digits only',
      unit: '`{text}` is not a number: xl takes no units',
      size: '`{text}` is not a number: xl takes no units. Write {number} (MiB)',
      negative: '`{text}` is not a number for xl: a negative one has to stand in quotes',
      upperCase: '`{text}` is not a number for xl: hexadecimal ones are written in lower case',
    },
  },
  'missing-assignment': {
    summary: 'Reports a word at the start of a line that no `=` follows.',
    rationale: 'Every line is `name = value`, with the `=` on the line of the name. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: assignment'],
    messages: {
      default: '`{name}` has to be followed by `=` and a value',
      colon: '`{name}` has to be followed by `=`, not by `:`',
    },
  },
  'missing-statement-separator': {
    summary: 'Reports two settings on one line.',
    rationale: 'Each setting ends with the line or with a `;`. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: endstmt'],
    messages: {
      default: '`{name}` has to begin on a line of its own, or after a `;`',
    },
  },
  'missing-value': {
    summary: 'Reports a name and `=` with nothing after them.',
    rationale: 'xl refuses the file. To leave an option at its default, remove the line.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: value'],
    messages: {
      default: 'A value is missing after the `=`',
    },
  },
  'unexpected-text': {
    summary: 'Reports text where the line should have ended or another item should come.',
    rationale: 'After a value only the end of the line, a `;` or a comment may follow. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: endstmt'],
    messages: {
      default: '`{text}` cannot stand here',
    },
  },
  'unquoted-value': {
    summary: 'Reports a text without quotes.',
    rationale: 'Every text needs single or double quotes, even one word. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: value'],
    messages: {
      default: '`{text}` is not a number, and a text has to stand in quotes',
      boolean: 'xl does not know `{text}`; write 1 for yes and 0 for no',
    },
  },
  'value-on-next-line': {
    summary: 'Reports a value that begins on the line below its name.',
    rationale: 'Name, `=` and the start of the value belong on one line; only inside brackets may a line end. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: assignment'],
    messages: {
      default: 'The value has to begin on the line of its name',
    },
  },
  'empty-list-item': {
    summary: 'Reports a comma with no item before it.',
    rationale: 'One comma may stand at the end of a list; two in a row, or one at the start, make xl refuse the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: values'],
    messages: {
      default: 'There is no list item before this comma',
    },
  },
  'list-nesting-too-deep': {
    summary: 'Reports lists inside lists beyond the depth that xl can read.',
    rationale: 'The parser of xl has room for some five thousand levels and then gives up.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_y.y'],
    messages: {
      default: 'Lists are nested deeper here than xl can read',
    },
  },
  'missing-list-comma': {
    summary: 'Reports two list items with no comma between them.',
    rationale: 'xl does not join neighbouring strings the way Python does: it refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: values'],
    messages: {
      default: 'A comma is missing between these two list items',
    },
  },
  'semicolon-in-list': {
    summary: 'Reports a semicolon between list items.',
    rationale: 'Items are separated by commas; a semicolon ends a setting. xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: values'],
    messages: {
      default: 'List items are separated by commas, not by semicolons',
    },
  },
  'unterminated-list': {
    summary: 'Reports a list with no closing bracket.',
    rationale: 'xl reads on to the next setting or to the end of the file and then refuses it.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg_y.y: value'],
    messages: {
      default: 'This list is never closed: a `]` is missing',
    },
  },
} as const satisfies ProblemDeclarations;
