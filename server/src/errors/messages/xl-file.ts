/** What xl says while it reads the text of a config (libxlu_cfg.c, libxlu_cfg_l.l, libxlu_cfg_y.y). */
import { certain, declareMessages, likely, possible } from '../error-message';

const SYNTAX = ['unquoted-value', 'unterminated-string', 'missing-statement-separator', 'missing-assignment', 'missing-value'];

export const XL_FILE = declareMessages({ program: 'xl', stage: 'parse', look: ['check'] }, [
  {
    says: [
      "{line}: config parsing error near `{value}': syntax error{reason}",
      '{line}: config parsing error near <newline>: syntax error{reason}',
    ],
    meaning: 'xl cannot read the text: what stands there is neither `name = value` nor a part of a value.',
    causes: [
      likely('A text has no quotes: everything but plain numbers needs them, `yes`, `true` and paths too.', {
        rules: ['unquoted-value', 'typographic-quotes'],
      }),
      likely('Two settings stand on one line, or a comma or a bracket of a list is missing.', {
        rules: ['missing-statement-separator', 'missing-list-comma', 'unterminated-list', 'semicolon-in-list', 'empty-list-item'],
      }),
      possible('The value begins on the line below its name, or is missing.', {
        rules: ['value-on-next-line', 'missing-value', 'missing-assignment', 'add-assign-unsupported', 'nested-list-item'],
      }),
      possible('The file is a script for xm, written in Python.', { rules: ['python-config', 'python-code'] }),
    ],
  },
  {
    says: ["{line}: config parsing error near `{value}': lexical error", '{line}: config parsing error near <newline>: lexical error'],
    meaning: 'A character stands there that begins nothing that xl knows.',
    causes: [
      likely('A path or a word has no quotes.', { rules: ['unquoted-value', 'bad-character', 'pasted-shell-text'] }),
      likely('A quote has no partner on its line, or is a typographic one.', { rules: ['unterminated-string', 'typographic-quotes'] }),
      possible('The file has the line ends of Windows, or a byte order mark.', { rules: ['carriage-return', 'byte-order-mark'] }),
      possible('The last line is a comment without a line end after it.', { rules: ['comment-without-newline'] }),
      possible('The file is a script for xm, written in Python.', { rules: ['python-config', 'python-code'] }),
    ],
  },
  {
    says: [
      "{line}: config parsing error near `{value}': invalid character after backlash in quoted string",
      "{line}: config parsing error near `{value}': invalid digit after backslash {reason} in quoted string",
      "{line}: config parsing error near `{value}': multiple-{reason} escape",
    ],
    meaning: 'A backslash in a string is followed by something that xl does not take for an escape.',
    causes: [
      certain('A backslash has to be doubled, as in paths of Windows and regular expressions.', {
        rules: ['unknown-escape', 'hex-escape', 'octal-escape'],
      }),
    ],
  },
  {
    says: [`{line}: config parsing error near \`{value}': can't add [list] to "string" or vice versa`],
    meaning: '`+=` joins a list and a single value, which cannot be joined.',
    causes: [certain('The setting is a list in one place and a single value in the other.', { rules: ['add-assign-type-mismatch'] })],
  },
  {
    says: [
      'Config file looks like it contains Python code',
      'Arbitrary Python is no longer supported',
      'See https://wiki.xen.org/wiki/PythonInXlConfig',
    ],
    meaning: 'xl guesses that the file is a program in Python, as xm took it. xl only reads settings.',
    causes: [
      certain('Imports, expressions and functions have to be written out as plain values.', { rules: ['python-config', 'python-code'] }),
      possible('A value that begins with `(`, `.`, `+` or `-` only needs quotes.', { rules: ['unquoted-value', 'bad-character'] }),
    ],
    isWarning: true,
  },
  {
    says: ["{line}: warning: parameter `{option}' is a list but should be a single value"],
    meaning: 'xl ignores `{option}`: it is written as a list.',
    causes: [certain('The brackets have to go.', { rules: ['wrong-value-type'] })],
    isWarning: true,
  },
  {
    says: ["{line}: warning: parameter `{option}' is a single value but should be a list"],
    meaning: 'xl ignores `{option}`: it has to be a list.',
    causes: [certain('The value needs brackets around it: `{option} = [ "…" ]`.', { rules: ['wrong-value-type'] })],
    isWarning: true,
  },
  {
    says: [
      "{line}: warning: parameter `{option}' is not a valid number",
      "{line}: warning: parameter `{option}' could not be parsed as a number: {reason}",
    ],
    meaning: 'xl ignores `{option}`: its value is not wholly a number.',
    causes: [
      likely('The value has a unit, a blank or a word in it; numbers stand alone, and switches are 0 or 1.', {
        rules: ['invalid-number', 'wrong-value-type', 'octal-number'],
      }),
    ],
    isWarning: true,
  },
  {
    says: ["{line}: warning: can't use += with numbers for parameter `{option}'"],
    meaning: 'xl ignores `{option}`: a number cannot be given with `+=`.',
    causes: [certain('`+=` has to be `=`.', { rules: ['add-assign-number'] })],
    isWarning: true,
  },
  {
    says: [
      "{line}: warning: value `{number}' is smaller than minimum bound '{limit}'",
      "{line}: warning: value `{number}' is greater than maximum bound '{limit}'",
    ],
    meaning: 'xl takes no {number} here; the bound is {limit}.',
    causes: [certain('The number is out of bounds.', { rules: ['value-out-of-range', 'refused-value'] })],
  },
  {
    says: ['{line}:{number}: warning: value is not a string', '{line}:{number}: warning: value is not a list'],
    meaning: 'A list has an item of the wrong kind.',
    causes: [
      certain('An item of the list is a list itself, or has to be one.', {
        rules: ['nested-list-item', 'refused-nested-list', 'refused-value-type', 'malformed-device'],
      }),
    ],
    isWarning: true,
  },
  {
    says: ['Failed to parse config: {reason}', 'Failed to parse config file: {reason}'],
    meaning: 'xl refuses the file; the lines before this one say where.',
    causes: [possible('A mistake in the syntax of the file.', { rules: SYNTAX })],
    isConsequence: true,
  },
  {
    says: ['Failed to read config file: /etc/xen/xl.conf: {reason}'],
    meaning: 'xl has no settings of its own, and goes on with its defaults.',
    causes: [likely('The package that brings the file is not installed, or it was removed.')],
    isWarning: true,
  },
  {
    says: ['Failed to read config file: {path}: {reason}', '{path}: unable to open configuration file: {reason}'],
    meaning: 'xl cannot read the file.',
    causes: [
      likely('There is no such file; xl takes a relative name from the folder in which it is called.'),
      possible('It is not a regular file, or root cannot read it, as on a network share.'),
    ],
  },
]);
