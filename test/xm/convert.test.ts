/** Python configs of xm become configs for xl, as far as they are the same on every host. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { convertXm } from '../../server/src/xm/convert';
import { evaluate } from '../../server/src/xm/evaluate';
import { readTokens } from '../../server/src/xm/python-tokens';
import type { PythonValue } from '../../server/src/xm/python-value';
import { MAX_SIZE, ValueBudget } from '../../server/src/xm/value-budget';
import { applyAssist, assistsAt, analyze, service } from '../support/check';
import { CONFIG } from '../support/damaged-configs';

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

test('what is static is worked out, and the rest is marked', () => {
  const { text, marked } = convertXm(
    lines(
      '#  -*- mode: python; -*-',
      'import os, re',
      '',
      '# The architecture',
      'arch = os.uname()[4]',
      'if re.search("64", arch):',
      '    libdir = "lib64"',
      'else:',
      '    libdir = "lib"',
      '',
      'vmid = 3',
      "builder='hvm'  # as ever",
      'memory = 256 * 4 # MB',
      'name = "vm%02d" % vmid',
      "vif = [ 'mac=00:16:3e:00:00:%02x, bridge=xenbr0' % vmid ]",
      "disk = [ 'file:/img/' + name + '.img,hda,w',",
      "         ',hdc:cdrom,r' ] # two",
      "device_model = '/usr/' + libdir + '/qemu-dm'",
      'sdl=False',
    ),
  );
  assert.equal(
    text,
    lines(
      '#  -*- mode: python; -*-',
      '# xm: import os, re',
      '',
      '# The architecture',
      '# xm: arch = os.uname()[4]',
      '# xm: if re.search("64", arch):',
      '# xm:     libdir = "lib64"',
      '# xm: else:',
      '# xm:     libdir = "lib"',
      '',
      '# vmid = 3',
      "builder='hvm'  # as ever",
      'memory = 1024  # MB',
      'name = "vm03"',
      'vif = [ "mac=00:16:3e:00:00:03, bridge=xenbr0" ]',
      'disk = [ "file:/img/vm03.img,hda,w", ",hdc:cdrom,r" ]  # two',
      "# xm: device_model = '/usr/' + libdir + '/qemu-dm'",
      'sdl = 0',
    ),
  );
  assert.equal(marked, 7);
});

test('the last value of an option holds, and an earlier one only where nothing else can', () => {
  assert.equal(convertXm('extra = "a"\nextra += " b"\n').text, '# extra = "a"\nextra = "a b"\n');
  assert.equal(convertXm('root = "a"\nroot = f()\n').text, '# root = "a"\n# xm: root = f()\n');
  assert.equal(convertXm('kernel = "a"\nif x:\n  kernel = "b"\n').text, 'kernel = "a"\n# xm: if x:\n# xm:   kernel = "b"\n');
});

test('a variable that may have another value is not known any more', () => {
  for (const statement of [
    'if x:\n  a = "z"',
    'for a in b: pass',
    'a, b = c',
    'f(a)',
    'a.append(1)',
    'a *= 2',
    'a <<= 1',
    'b = a = "z"',
    'b = 1; a = "z"',
    'del a',
    'import a',
    'from b import *',
    'execfile("z")',
    'vars()["a"] = "z"',
  ]) {
    assert.match(convertXm(`a = "y"\n${statement}\nname = a\n`).text, /# xm: name = a\n$/, statement);
  }
  assert.match(convertXm('a = "y"\nif a == "y": print a\nname = a\n').text, /\nname = "y"\n$/);
});

test('a list that two variables hold is not added to', () => {
  assert.match(convertXm('a = ["y"]\ndisk = a\na += ["z"]\nvif = a\n').text, /\n# xm: a \+= .*\n# xm: vif = a\n$/);
  assert.match(convertXm('a = ["y"]\nb = a.pop()\ndisk = a\n').text, /\n# xm: disk = a\n$/);
  assert.match(convertXm('a = "y"\nb = f(a)\nname = a\n').text, /\nname = "y"\n$/, 'a text stays what it is');
});

test('a variable that a function changes is never known', () => {
  const { text } = convertXm('def f():\n  global a\n  a = "z"\na = "y"\nf()\nname = a\n');
  assert.match(text, /# xm: name = a\n$/);
});

test('texts of all kinds keep what they say', () => {
  const value = (expression: string): string | undefined => /^name = (.*)\n$/.exec(convertXm(`name = ${expression}\n`).text)?.[1];
  assert.equal(value(`'it\\'s "x"'`), `'it\\'s "x"'`, 'what xl reads alike stays');
  assert.equal(value(`"""a\n"b" """`), `"a\\n\\"b\\" "`);
  assert.equal(value(`r'a\\b'`), `"a\\\\b"`);
  assert.equal(value(`'a' "b"`), '"ab"');
  assert.equal(value(`'\\x41\\101'`), '"AA"');
  assert.equal(value('("a" +\n  "b")'), '"ab"');
  assert.equal(value('010'), '8', 'octal in Python');
  assert.equal(value('-1'), '"-1"', 'xl has no numbers below zero');
  for (const none of ['None', '1.5', '{}', '[1, None]', '"%d" % "x"', '"%s %s" % "x"', 'a[0]', 'f("x")', '"unclosed'])
    assert.equal(value(none), undefined, none);
});

test('the action and its conditions', () => {
  assert.equal(
    applyAssist('import os$0\nname = "a"\n', 'Convert the Python config to xl'),
    '# Converted from a Python config of xm. Lines that could not be converted are marked with `# xm:`.\n# xm: import os\nname = "a"\n',
  );
  assert.equal(applyAssist('name = "a%d" % 3$0\n', 'Convert the Python config to xl'), 'name = "a3"\n');
  assert.ok(!assistsAt('name = "a"$0\n').some((title) => title.startsWith('Convert the')));
});

test('what would grow without end needs a decision, and is not worked out', () => {
  const a = `a = "${'x'.repeat(MAX_SIZE / 2)}"`;
  for (const program of [
    ['disk = ["a"]', ...Array<string>(40).fill('disk = [disk, disk]')],
    ['disk = ["a"]', ...Array<string>(40).fill('disk = (disk, disk)')],
    ['disk = ["a"]', ...Array<string>(40).fill('disk += disk')],
    ['disk = ["a"]', ...Array<string>(20_000).fill('disk = [disk]')],
    [a, 'a += "%s%s" % (a, a)', 'disk = [a]'],
    [a, 'disk = ["%(a)s%(a)s" % vars()]'],
    [a, 'disk = [a, a]'],
    [a, `disk = ["${'%(a)s'.repeat(10_000)}" % vars()]`],
    [a, ...Array.from({ length: 10_000 }, (_, index) => `b${index} = a`), 'disk = [a]'],
    [a, ...Array.from({ length: 10_000 }, (_, index) => `b${index} = [a] + []`), 'disk = [a]'],
  ]) {
    const { text, marked } = convertXm(lines(...program));
    assert.ok(
      text.slice(text.lastIndexOf('\n', text.length - 2) + 1).startsWith('# xm: disk '),
      program.slice(1, 3).join('; ').slice(0, 80),
    );
    assert.ok(marked > 0);
    assert.ok(text.length < 2 * lines(...program).length + 100_000, String(text.length));
  }
});

test('a list as long as any real one is worked out, however it comes about', () => {
  const disks = Array.from({ length: 200 }, (_, index) => `disk += ['phy:/dev/vg0/' + name + '-data${index},xvd${index},w']`);
  const { text, marked } = convertXm(lines('name = "db"', 'disk = []', ...disks));
  assert.equal(marked, 0);
  assert.match(text, /\ndisk = \[ "phy:\/dev\/vg0\/db-data0,xvd0,w", .*db-data199,xvd199,w" \]\n$/);
  assert.equal(convertXm('memory = 512\nmemory += 512\n').text, '# memory = 512\nmemory = 1024\n');
});

test('a text of any shape is read in one go', () => {
  for (const [piece, before] of [
    ['\n', 'a = 1\n'],
    ['1,', 'if x:\n  disk = ['],
    ['\\"""\n', ''],
    ["\\'''\n", ''],
    ['\\"\\\n', ''],
  ] as const) {
    const start = performance.now();
    convertXm(before + piece.repeat(250_000));
    assert.ok(performance.now() - start < 20_000, piece);
  }
});

test('whatever a text is, xl reads all that is not a comment of it', () => {
  fc.assert(
    fc.property(CONFIG, (text) => {
      const { text: after } = convertXm(text);
      const isCommented = after.split('\n').every((line) => line.trim() === '' || line.startsWith('#'));
      assert.ok(isCommented || service.store(after).kind === 'settings' || after.includes('\0'), JSON.stringify(after));
      assert.deepEqual(analyze(`import os\n${text}`).failures, []);
    }),
    { numRuns: 300 },
  );
});

const python = spawnSync('python3', ['-c', 'print(1)'], { encoding: 'utf8' });
const PROGRAM = `
import json, sys
def show(value):
    if isinstance(value, bool): return int(value)
    if isinstance(value, tuple): return {"tuple": [show(v) for v in value]}
    if isinstance(value, list): return [show(v) for v in value]
    return value
def run(text):
    try: return {"value": show(eval(text, {"__builtins__": {"str": str, "int": int, "vars": lambda: NAMES}}, NAMES))}
    except Exception: return {}
NAMES = {"a": "x%", "n": 42}
print(json.dumps([run(text) for text in json.load(sys.stdin)]))
`;

function show(value: PythonValue): unknown {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'number') return Number(value.value);
  const items = value.items.map(show);
  return value.kind === 'list' ? items : { tuple: items };
}

test('expressions have the value that Python gives them', { skip: python.status === 0 ? false : 'there is no python3' }, () => {
  const atom = fc.constantFrom(
    '"b"',
    "'c\\n'",
    '7',
    '0x1f',
    'a',
    'n',
    'True',
    '"%s"',
    '"%d-%s"',
    '"%03d"',
    '"%-4s|"',
    '"%x%%"',
    '"%(a)s"',
    '[1]',
    '()',
    '("z",)',
    'r"\\n"',
    '"""q"""',
  );
  const { expression } = fc.letrec<{ readonly expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      atom,
      fc.tuple(tie('expression'), fc.constantFrom(' + ', ' - ', ' * ', ' % '), tie('expression')).map((parts) => parts.join('')),
      tie('expression').map((inner) => `(${inner})`),
      fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc.array(tie('expression'), { minLength: 2, maxLength: 3 }).map((items) => `(${items.join(', ')})`),
      tie('expression').map((inner) => `str(${inner})`),
      fc.constant('"%(n)05d" % vars()'),
    ),
  }));
  const texts = fc.sample(expression, { numRuns: 3000, seed: 7 });
  const { stdout } = spawnSync('python3', ['-c', PROGRAM], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 2 ** 28 });
  const answers = JSON.parse(stdout) as readonly { readonly value?: unknown }[];
  const variables = new Map<string, PythonValue>([
    ['a', { kind: 'text', text: 'x%' }],
    ['n', { kind: 'number', value: 42n }],
  ]);
  let count = 0;
  texts.forEach((text, index) => {
    const tokens = [...readTokens(text)].filter(({ kind }) => kind !== 'blank');
    const value = evaluate(text, tokens, variables, new ValueBudget());
    if (value === undefined) return;
    count += 1;
    assert.deepEqual(show(value), answers[index]?.value, text);
  });
  assert.ok(count > 500, `only ${count} are worked out`);
});

const RUN = `
import json, sys
def show(value):
    if isinstance(value, (tuple, list)): return [show(v) for v in value]
    return value if isinstance(value, str) else str(int(value))
def run(text):
    names = {"__builtins__": {"vars": lambda: names}}
    try:
        exec(text, names)
        return {"value": {name: show(value) for name, value in names.items() if name in OPTIONS}}
    except Exception: return {}
OPTIONS = ["name", "extra", "disk", "vif", "pci", "memory"]
print(json.dumps([run(text) for text in json.load(sys.stdin)]))
`;

test('programs give options the values that Python gives them', { skip: python.status === 0 ? false : 'there is no python3' }, () => {
  const name = fc.constantFrom('name', 'extra', 'disk', 'vif', 'pci', 'memory', 'a', 'b');
  const expression = fc.oneof(
    ...[name, name.map((each) => `[${each}]`), fc.constantFrom('"x"', '7', '["y"]', '["z", 1]', '[]', '""', '[["w"]]', '"%s-" % memory')],
    fc.tuple(name, fc.constantFrom('"s"', '["t"]', '1')).map((parts) => parts.join(' + ')),
  );
  const assignment = fc.tuple(name, fc.constantFrom(' = ', ' = ', ' += '), expression).map((parts) => parts.join(''));
  const odd = fc.constantFrom(
    'X -= 1',
    'X *= 2',
    'X %= 3',
    'X = Y = "c"',
    'X = "c"; Y = "d"',
    'X, Y = Y, X',
    'X.append("q")',
    'X[0] = "r"',
    'X = Y.append("u")',
    'X = [Y.pop()]',
    'if 1:\n  X = "v"',
    'for X in ["f"]: pass',
    'def f():\n  global X\n  X = "g"',
    'def g():\n  X.append("h")',
    'f()',
    'g()',
    'X = f()',
    'vars()["X"] = "i"',
    'if 0: pass\nelse: X = "w"',
    'print(X)',
    'del X',
  );
  const other = fc.tuple(odd, name, name).map(([text, x, y]) => text.replaceAll('X', x).replaceAll('Y', y));
  const statement = fc.oneof({ weight: 3, arbitrary: assignment }, other);
  const start = ['name = "n"', 'extra = "e"', 'disk = ["d"]', 'vif = []', 'pci = ["p"]', 'memory = 1', 'a = ["a"]', 'b = a'];
  const program = fc.array(statement, { minLength: 1, maxLength: 6 }).map((statements) => lines(...start, ...statements));
  const texts = fc.sample(program, { numRuns: 3000, seed: 7 });
  const { stdout } = spawnSync('python3', ['-c', RUN], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 2 ** 28 });
  const answers = JSON.parse(stdout) as readonly { readonly value?: Readonly<Record<string, unknown>> }[];
  let count = 0;
  texts.forEach((text, index) => {
    const answer = answers[index]?.value;
    if (answer === undefined) return;
    const converted = convertXm(text);
    const stored = service.store(converted.text);
    assert.ok(stored.kind === 'settings');
    count += 1;
    // A line that is marked may change the options that it names, and lists that others hold too; all else has to be right.
    const marked = converted.text.split('\n').filter((line) => line.startsWith('# xm: '));
    for (const { name: option, value } of stored.settings) {
      const isOpen = marked.some((line) => line.includes(option) || typeof value !== 'string');
      assert.ok(isOpen || isDeepStrictEqual(value, answer[option]), `${option}\n${text}---\n${converted.text}`);
    }
  });
  assert.ok(count > 500, `only ${count} are worked out`);
});
