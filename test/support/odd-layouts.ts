/** Configs with blanks, line ends and comments in odd places, and ways to lay them out. */
import fc from 'fast-check';
import { completeStyle, type FormatOptions } from '../../server/src/language-service';
import { CONFIG } from './damaged-configs';

export const LAYOUTS: fc.Arbitrary<FormatOptions> = fc
  .record({
    lists: fc.constantFrom('auto', 'one-per-line', 'preserve'),
    trailingComma: fc.constantFrom('multiline', 'never'),
    quotes: fc.constantFrom('preserve', 'double', 'single'),
    alignment: fc.boolean(),
    printWidth: fc.constantFrom(20, 40, 100),
    indent: fc.constantFrom<FormatOptions['indent']>({ style: 'space', size: 4 }, { style: 'space', size: 2 }, { style: 'tab', size: 8 }),
    finalNewline: fc.boolean(),
  } as const)
  .map(({ indent, finalNewline, ...style }) => ({ ...completeStyle(style), indent, finalNewline, lineEnd: '\n' }));

/** Blanks, line ends and comments, where the grammar takes line ends. */
const GAP = fc.constantFrom(
  '',
  '',
  ' ',
  '\t',
  '  ',
  '\n',
  '\n  ',
  '\n\n\n\n',
  ' # a\n',
  '# b  \n\n',
  '\n   # c\n  # d\n',
  ' \n # xlcfg-disable-line unknown-option\n',
);
const BLANK = fc.constantFrom('', ' ', '\t ', '   ');
const ATOM = fc.constantFrom('1', '0x10', '"a"', "'b'", `'"'`, `"# no ; comment, [ ]"`, '"\\n"', '"a long one, which needs some room"');
const { list: LIST } = fc.letrec<{ list: string; item: string }>((tie) => ({
  item: fc.oneof({ depthSize: 'small' }, { weight: 5, arbitrary: ATOM }, { weight: 1, arbitrary: tie('list') }),
  list: fc.tuple(GAP, fc.array(fc.tuple(tie('item'), GAP, GAP), { maxLength: 4 }), fc.boolean()).map(([head, items, comma]) => {
    const joined = items.map(([item, before, behind], index) => item + before + (index < items.length - 1 || comma ? ',' : '') + behind);
    return `[${head}${joined.join('')}]`;
  }),
}));
const NAME = fc.constantFrom('name', 'memory', 'vcpus', 'disk', 'vif', 'on_crash', 'extra', 'x');
const STATEMENT = fc
  .tuple(BLANK, NAME, BLANK, fc.constantFrom('=', '=', '+='), BLANK, fc.oneof(ATOM, LIST), BLANK)
  .map((parts) => parts.join(''));
const END = fc.constantFrom('\n', '\n', '\n', ';', ' ; ', ';\n\n', '\n\n\n\n\n', ' # e\n', '\n    # f\n', '      # g\n      # h\n');
/** Texts that xl reads. */
export const RIGHT = fc.tuple(GAP, fc.array(fc.tuple(STATEMENT, END), { maxLength: 8 })).map(([head, parts]) => {
  return (head === '' || head.includes('\n') ? head : '') + parts.flat().join('');
});
const BROKEN = fc.constantFrom(
  'memory = 64M',
  "disk = [ 'a'  'b',\n\n\n\n 'c' ]",
  'a  b',
  'name="open',
  '# xlcfg-format-ignore\n  x=[1,\n2 ]',
  '\tx = ',
  '[ 1 ]',
  'y="\\q"',
);
/** Texts with mistakes among what xl reads. */
export const MIXED = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.tuple(STATEMENT, END) }, fc.tuple(BROKEN, fc.constantFrom('\n', '  \n\n', ' # i\n'))), {
    maxLength: 8,
  })
  .map((parts) => `# xlcfg: xen=4.17\n${parts.flat().join('')}`);
/** Those, and damaged configs. */
export const TEXT = fc.oneof(RIGHT, MIXED, CONFIG);
