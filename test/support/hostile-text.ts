/** Texts that aim at viewers of Markdown, among texts of all kinds. */
import fc from 'fast-check';

const HOSTILE = [
  ...[
    '![x](y.png)',
    '[x](command:run)',
    '<img src=x>',
    '<a href="command:x">',
    '<!--',
    '&lt;',
    '&#60;img>',
    '**',
    '__x__',
    '~~x~~',
    '~',
    '_',
  ],
  ...[
    'https://evil.test/x',
    'www.evil.com',
    'evil.com',
    'me@evil.com',
    'mailto:me@evil.com',
    '//evil.com',
    '//localhost',
    'ftp://evil.com',
  ],
  ...['`', '``', '```', '|', '\\|', '\\', '\\`', '$', '$$x$$', '[ ]', '[x]: http://y', '[^1]', '<http://x>', '<me@evil.com>'],
  ...[
    '\n',
    '\r',
    '\r\n\r\n',
    '\t',
    ' ',
    '  \n',
    '\u2028',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '# x',
    '- x',
    '1. x',
    '> x',
    '---',
    '===',
    '    x',
    '|-|',
  ],
];
export const HOSTILE_TEXT = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
      fc.string({ maxLength: 5, unit: 'binary' }),
      fc.constantFrom('a', 'b c', '.'),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));
