/** Python configs of xm become configs for xl, as far as they are the same on every host. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { convertXm } from '../../server/src/xm/convert';
import { evaluate } from '../../server/src/xm/evaluate';
import { readTokens } from '../../server/src/xm/python-tokens';
import type { PythonValue } from '../../server/src/xm/python-value';
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
  for (const statement of ['if x:\n  a = "z"', 'for a in b: pass', 'a, b = c', 'f(a)', 'a.append(1)']) {
    assert.match(convertXm(`a = "y"\n${statement}\nname = a\n`).text, /# xm: name = a\n$/, statement);
  }
  assert.match(convertXm('a = "y"\nif a == "y": print a\nname = a\n').text, /\nname = "y"\n$/);
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
    const value = evaluate(text, tokens, variables);
    if (value === undefined) return;
    count += 1;
    assert.deepEqual(show(value), answers[index]?.value, text);
  });
  assert.ok(count > 500, `only ${count} are worked out`);
});
