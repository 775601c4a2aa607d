/** The layout of whole configs, of some of their lines, and of the line that is being typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeStyle, DEFAULT_INDENT, type FormatOptions } from '../../server/src/language-service';
import { textRange } from '../../server/src/text/text-range';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, service } from '../support/check';
import { readCursor } from '../support/marks';

const OPTIONS: FormatOptions = { ...completeStyle(), indent: DEFAULT_INDENT, lineEnd: '\n', finalNewline: true };

function format(text: string, options: Partial<FormatOptions> = {}): string {
  return applyEdits(text, service.format(analyze(text), { ...OPTIONS, ...options }) ?? []);
}

/** Each pair is a text and what it becomes, which stays as it is. */
function checkFormat(before: string, after: string, options: Partial<FormatOptions> = {}): void {
  assert.equal(format(before, options), after);
  assert.equal(format(after, options), after, 'once is enough');
}

function typeLineEnd(fixture: string, options: Partial<FormatOptions> = {}): string {
  const { text, offset } = readCursor(fixture);
  return applyEdits(text, service.formatOnType(analyze(text), offset, { ...OPTIONS, ...options }));
}

test('one blank stands around operators, and none at either end of a line', () => {
  checkFormat('  name="a"  \nmemory   =512\t\nextra+= " x"\n', 'name = "a"\nmemory = 512\nextra += " x"\n');
});

test('flat lists have one blank after commas and inside of brackets, and no comma at the end', () => {
  checkFormat(
    "disk=['a','b' , 'c',]\nvif=[ ]\nvnuma=[[ 1,2],[],[3]]\n",
    "disk = [ 'a', 'b', 'c' ]\nvif = []\nvnuma = [ [ 1, 2 ], [], [ 3 ] ]\n",
  );
});

test('a list that spans lines has one item a line', () => {
  checkFormat("disk = [ 'a', 'b',\n         'c' ]\n", "disk = [\n    'a',\n    'b',\n    'c',\n]\n");
  checkFormat("disk = [ 'a'\n , 'b'\n\n , 'c'\n]\n", "disk = [\n    'a',\n    'b',\n\n    'c',\n]\n");
  checkFormat('disk = [\n]\n', 'disk = []\n');
});

test('a list that does not fit has one item a line, and the lists in it are flat where they fit', () => {
  checkFormat('a = [ 12345, 67890 ]\n', 'a = [ 12345, 67890 ]\n', { printWidth: 20 });
  checkFormat('a = [ 12345, 678901 ]\n', 'a = [\n    12345,\n    678901,\n]\n', { printWidth: 20 });
  checkFormat('a = [[ 1, 2 ], [ 123456, 7890 ]]\n', 'a = [\n    [ 1, 2 ],\n    [\n        123456,\n        7890,\n    ],\n]\n', {
    printWidth: 20,
  });
});

test('comments stay on their lines, and commas go to their items', () => {
  checkFormat(
    "  # one\ndisk=[ # two\n# three\n'a' # four\n, # five\n'b' # six\n  # seven\n] # eight\n#nine",
    "# one\ndisk = [ # two\n    # three\n    'a', # four\n    # five\n    'b', # six\n    # seven\n] # eight\n#nine\n",
  );
  checkFormat('disk = [\n# nothing yet   \n]\n', 'disk = [\n    # nothing yet\n]\n');
});

test('comments that stand below each other stay so', () => {
  checkFormat(
    'memory=512    # much\nvcpus=2       # few\n              # or more\n\nname="a"     # alone\n',
    'memory = 512 # much\nvcpus = 2    # few\n             # or more\n\nname = "a" # alone\n',
  );
  checkFormat(
    "disk = [\n'a',   # one\n'bbbb', # two\n'cc',  # three\n]\n",
    "disk = [\n    'a', # one\n    'bbbb', # two\n    'cc', # three\n]\n",
  );
  checkFormat("disk = [\n'a',    # one\n'bbbb', # two\n]\n", "disk = [\n    'a',    # one\n    'bbbb', # two\n]\n");
});

test('at most two blank lines follow each other, none at either end of the file', () => {
  checkFormat('\n\n# a\n\n\n\n\nname = "a"\n\n\nmemory = 1\n\n\n', '# a\n\n\nname = "a"\n\n\nmemory = 1\n');
  checkFormat('disk = [\n\n\n"a",\n\n"b",\n\n]\n', 'disk = [\n    "a",\n\n    "b",\n]\n');
  checkFormat('\n \n', '');
  checkFormat('', '');
});

test('each statement has a line of its own', () => {
  checkFormat('a = 1; b = 2;; # both\n;\nc = 3;', 'a = 1\nb = 2 # both\nc = 3\n');
});

test('what stands in strings stays', () => {
  checkFormat(`extra='a  =  "b",[x] # y ;'\nname="\\"\\\\ "\n`, `extra = 'a  =  "b",[x] # y ;'\nname = "\\"\\\\ "\n`);
});

test('a statement with a mistake stays as it is, and the others do not', () => {
  const broken = [
    '  memory=64M   # much',
    "disk=[ 'a'  'b',\n# c\n\n\n\n   'c'  ]  ",
    'foo   bar',
    'name="a',
    'a=1 b=2',
    'x="\\q"',
    '[ 1,\n  2 ]',
  ];
  for (const each of broken) {
    checkFormat(`vcpus=2\n${each}\nkernel="a"\nmemory=1`, `vcpus = 2\n${each}\nkernel = "a"\nmemory = 1\n`);
  }
  checkFormat('vcpus=2\nkernel="a"\nmemory=1; b=$  \n', 'vcpus = 2\nkernel = "a"\nmemory = 1; b=$  \n');
});

test('the only mistakes of a text that nobody would take for a config leave all of it alone', () => {
  for (const text of ['[section]\nport=80\n', 'import os\nmemory=1\n', 'memory={{ memory }}\nname="a"\n', 'a=b\n'.repeat(3)]) {
    assert.equal(service.format(analyze(text), OPTIONS), undefined, text);
  }
});

test('a directive keeps the next statement as it is', () => {
  const kept = "# xlcfg-format-ignore\n\n  disk=[ 'a',\n 'b']  # c\n";
  checkFormat(`${kept}vif=['a']\n`, `${kept}vif = [ 'a' ]\n`);
  checkFormat('# xlcfg-format-ignored\na=1\n', '# xlcfg-format-ignored\na = 1\n');
});

test('lines that a comment speaks of are neither broken nor joined', () => {
  const options = { printWidth: 20 };
  checkFormat('a=1; b=2 # xlcfg-disable-line unknown-option\n', 'a = 1; b = 2 # xlcfg-disable-line unknown-option\n');
  checkFormat(
    "# xlcfg-disable-next-line x\ndisk=['aaaaaaaa','bbbbbbbb']\n",
    "# xlcfg-disable-next-line x\ndisk = [ 'aaaaaaaa', 'bbbbbbbb' ]\n",
    options,
  );
  checkFormat("disk=['a','b', # xlcfg-disable-line x\n'c']\n", "disk = [ 'a', 'b', # xlcfg-disable-line x\n         'c' ]\n");
});

test('the last line gets an end only where xl reads the same file then', () => {
  checkFormat('a=1', 'a = 1\n');
  checkFormat('a=1', 'a = 1', { finalNewline: false });
  checkFormat('a=1\n# b', 'a = 1\n# b\n', { finalNewline: false });
  // xl overlooks a single bad character that is the last one.
  checkFormat('a=1\n)', 'a = 1\n)');
});

test('line ends of Windows become those that xl reads, or stay where the editor keeps them', () => {
  const before = 'name="a"\r\n\r\n# b \r\ndisk=[\r\n"a"]\r\nmemory=64M\r\n';
  checkFormat(before, 'name = "a"\n\n# b\ndisk = [\n    "a",\n]\nmemory=64M\n');
  checkFormat(before, 'name = "a"\r\n\r\n# b\r\ndisk = [\r\n    "a",\r\n]\r\nmemory=64M\r\n', { lineEnd: '\r\n' });
  checkFormat('kernel="a"\nname="b"\nmemory=1\ndisk=["a"  "b"\r\n\r\n]', 'kernel = "a"\nname = "b"\nmemory = 1\ndisk=["a"  "b"\n\n]');
});

test('lists can have one item a line always, or keep their line breaks', () => {
  checkFormat('a=[1]\nb=[]\nc=[[1,2]]\n', 'a = [\n    1,\n]\nb = []\nc = [\n    [ 1, 2 ],\n]\n', { lists: 'one-per-line' });
  checkFormat('a=[ 1,2,\n3]\nb=[\n1,2,\n3\n]\n', 'a = [ 1, 2,\n      3 ]\nb = [\n    1, 2,\n    3,\n]\n', { lists: 'preserve' });
});

test('the comma at the end can be left out', () => {
  checkFormat('a=[\n1,\n2,\n]\n', 'a = [\n    1,\n    2\n]\n', { trailingComma: 'never' });
});

test('quotes change only where no string needs another escape', () => {
  const text = `a='x'\nb="y"\nc='"'\nd="it's"\ne='\\n'\n`;
  checkFormat(text, `a = "x"\nb = "y"\nc = '"'\nd = "it's"\ne = "\\n"\n`, { quotes: 'double' });
  checkFormat(text, `a = 'x'\nb = 'y'\nc = '"'\nd = "it's"\ne = '\\n'\n`, { quotes: 'single' });
});

test('operators of neighbouring lines can stand below each other', () => {
  checkFormat(
    'a=1\nmemory=2 # c\ndisk+=[\n1]\n\nb=1\n# d\nname="e"\n',
    'a      = 1\nmemory = 2 # c\ndisk  += [\n    1,\n]\n\nb = 1\n# d\nname = "e"\n',
    { alignment: true },
  );
});

test('lists are indented as the editor says', () => {
  checkFormat('a=[\n[\n1]]\n', 'a = [\n\t[\n\t\t1,\n\t],\n]\n', { indent: { style: 'tab', size: 8 } });
  checkFormat('a=[\n1]\n', 'a = [\n  1,\n]\n', { indent: { style: 'space', size: 2 } });
});

test('changes are as small as they can be', () => {
  const edits = service.format(analyze('name = "a"\nmemory=512\nvcpus = 2\n'), OPTIONS);
  assert.deepEqual(edits, [
    { range: textRange(17, 17), newText: ' ' },
    { range: textRange(18, 18), newText: ' ' },
  ]);
});

test('of a range, the statements that it touches are laid out', () => {
  const text = 'a=1\n\n\n\n  b=[1,\n2 # c\n,3]\nd=4\n';
  const formatRange = (start: number, end: number): string =>
    applyEdits(text, service.formatRange(analyze(text), textRange(start, end), OPTIONS));
  assert.equal(formatRange(text.indexOf('2'), text.indexOf('2')), 'a=1\n\n\n\n  b = [\n    1,\n    2, # c\n    3,\n]\nd=4\n');
  assert.equal(formatRange(text.indexOf('d'), text.length), 'a=1\n\n\n\n  b=[1,\n2 # c\n,3]\nd = 4\n');
  assert.equal(formatRange(0, 1), 'a = 1\n\n\n\n  b=[1,\n2 # c\n,3]\nd=4\n');
});

test('a new line in a list is indented, and the item before it gets its comma', () => {
  assert.equal(typeLineEnd("disk = [\n    'a'\n$0\n]\n"), "disk = [\n    'a',\n    \n]\n");
  assert.equal(typeLineEnd("disk = [\n    'a' # b\n  $0\n]\n"), "disk = [\n    'a', # b\n    \n]\n");
  assert.equal(typeLineEnd("disk = [\n    'a',\n$0'b'\n]\n"), "disk = [\n    'a',\n    'b'\n]\n");
  assert.equal(typeLineEnd('vnuma = [\n    [ 1\n$0'), 'vnuma = [\n    [ 1,\n        ');
  assert.equal(typeLineEnd('disk = [\n$0\nname = "a"\n'), 'disk = [\n    \nname = "a"\n');
});

test('a bracket that comes to the new line stands below its list', () => {
  assert.equal(typeLineEnd("disk = [\n    'a'\n    $0]\n"), "disk = [\n    'a',\n]\n");
});

test('a new line brings nothing along where there is nothing to bring', () => {
  for (const text of [
    'a = 1\n$0\n',
    'a = [ 1 ]\n$0\n',
    "a = [\n    'b\n    $0\n]\n",
    '# xlcfg-format-ignore\na = [\n1\n$0\n]\n',
    'a = [ 1\n    $0, 2 ]\n',
  ]) {
    assert.equal(typeLineEnd(text), text.replace('$0', ''));
  }
  assert.equal(typeLineEnd('a = [\n 1\n\n$0\n]\n', { lists: 'preserve' }), 'a = [\n 1\n\n\n]\n');
});
