/** What is offered depends on what stands before the cursor, and on the word that it touches. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCompletion, completionsAt } from '../support/check';

/** What follows the line of the cursor must not matter. */
const TAILS = [
  '',
  '\n',
  '\nmemory = 512\n',
  '\n\nmemory = 512\n',
  '\n# note\n',
  '\r\nmemory = 512\r\n',
  '\n"stray\n',
  '\n]\n',
  ' # note\n',
  '; vcpus = 2\n',
];

function offersAnywhere(line: string, head = 'uuid = "u"\n'): readonly (readonly string[])[] {
  return TAILS.map((tail) => completionsAt(`${head}${line}${tail}`));
}

/** Lines with the cursor, and a part of what is offered there. */
const OFFERED: readonly (readonly [string, readonly string[]])[] = [
  ['$0', ['memory', 'name', 'disk: raw block device', 'domain-pvh', 'pvh']],
  ['  $0', ['memory', 'domain-pvh']],
  ['me$0', ['memory']],
  ['m$0e', ['memory']],
  ['$0me', ['memory']],
  ['domain-$0', ['domain-pvh']],
  ['Me$0', ['memory']],
  ['memory = 1; $0', ['vcpus', 'domain-pvh']],
  ['memory = 1;$0', ['vcpus']],
  ['disk = [ "a" ]; vc$0', ['vcpus']],
  ['vnc = $0', ['1', '0']],
  ['vnc =$0', ['1', '0']],
  ['vnc = $01', ['1', '0']],
  ['vnc = 1$0', ['1', '0']],
  ['vnc += $0', ['1', '0']],
  ['vnc = "$0"', ['1', '0']],
  ["vnc = '$0'", ['1', '0']],
  ['type = $0', ['pvh', 'hvm', 'pv']],
  ['type = p$0', ['pvh']],
  ['type = "$0pv"', ['pvh']],
  ['type = "pv$0"', ['pvh']],
  ['type = $0"pv"', ['pvh']],
  ['type = "p$0', ['pvh']],
  ['memory = 1; type = $0', ['pvh']],
  ['on_crash = $0', ['restart']],
  ['tsc_mode = $0', ['native']],
  ['vga = $0', ['stdvga']],
  ['disk = [ "$0" ]', ['format', 'target']],
  ['disk = [ "a", \'$0\' ]', ['format']],
  ['disk = [ "format=$0" ]', ['raw']],
  ['vif = [ "bridge=a,$0" ]', ['mac']],
  ['viridian = [ "$0" ]', ['base']],
  ['# xl$0', ['xlcfg:', 'xlcfg-disable-line']],
  ['memory = 1 # xlcfg-d$0', ['xlcfg-disable-next-line']],
  ['# xlcfg-f$0', ['xlcfg-format-ignore']],
  ['# xlcfg: $0', ['xen=4.17', 'arch=arm', 'fragment']],
  ['# xlcfg:$0', ['xen=4.17']],
  ['# xlcfg: xen=4.17 a$0', ['arch=arm']],
  ['memory = 1 # xlcfg-disable-line $0', ['octal-number', 'unknown-option']],
];

for (const [line, labels] of OFFERED) {
  test(`offered at ${line}`, () => {
    offersAnywhere(line).forEach((offered, index) => {
      const missing = labels.filter((label) => !offered.includes(label));
      assert.deepEqual(missing, [], `before ${JSON.stringify(TAILS[index])}`);
    });
  });
}

/** Lines with the cursor at which nothing is offered. */
const SILENT: readonly string[] = [
  ...['name = "web"$0', 'name = "web" $0', "name = 'web'$0", 'name = "we$0b"', 'name = "web$0', '"stray" $0', '"$0stray"'],
  ...['memory = 512 $0', 'memory = 5$012', 'memory = $0', 'memory = $0512', 'vnc = 1 $0', 'vnc = $0 1', 'vnc = $0[ ]'],
  ...['memory $0', 'memory x$0', 'memory $0= 512', 'memory = 512 5$0', '$0memory = 512', '$0  memory = 512', ' $0 memory = 512'],
  ...['disk = [ "a" ]$0', 'disk = [ "a" ] $0', 'disk = [$0]', 'disk = [ $0 ]', 'disk = [ "a"$0 ]', 'disk = [ "a", $0 ]', 'disk = [ x$0 ]'],
  ...['vnuma = [ [ $0 ] ]', 'vnuma = [ [ "a" ], $0 ]', 'disk = $0[ "a" ]', 'disk = [ $0"a" ]', 'disk = [ "ph$0y:/dev/x,xvda,w" ]'],
  ...['# mail server, hvm$0', '#$0', '# $0', '# x$0', '# see xl$0', '# xl create$0', '# pvh$0', '#pvh$0', 'memory = 1 # hvm$0'],
  ...['# xlcfg: fragment -- pv$0', '# xlcfg-disable-line octal-number -- xl$0', '# xlcfg-disable $0', '# xlexample$0'],
];

for (const line of SILENT) {
  test(`nothing at ${line}`, () => {
    offersAnywhere(line).forEach((offered, index) => {
      assert.deepEqual(offered, [], `before ${JSON.stringify(TAILS[index])}`);
    });
  });
}

test('the name before an = is replaced alone, without examples and starters', () => {
  const offered = completionsAt('na$0 = "a"\n');
  assert.ok(offered.includes('name'));
  assert.ok(!offered.some((label) => label.includes(':') || label.includes('pvh')));
  checkCompletion('device-mo$0del = "a"\nmemory = 1\n', 'device_model_override', 'device_model_override = "a"\nmemory = 1\n');
  checkCompletion('na$0 "a"\n', 'name', 'name "a"\n');
});

test('a value is put in place of the one that is there', () => {
  checkCompletion('vnc = $01\nmemory = 1\n', '0', 'vnc = 0\nmemory = 1\n');
  checkCompletion('type = p$0v\nmemory = 1\n', 'hvm', 'type = "hvm"\nmemory = 1\n');
  checkCompletion('type = $0"pv"\nmemory = 1\n', 'hvm', 'type = "hvm"\nmemory = 1\n');
  checkCompletion('vnc = $0\ndisk = [ "" ]\n', '1', 'vnc = 1\ndisk = [ "" ]\n');
});

test('an open string does not take what follows along', () => {
  checkCompletion('type = "p$0v # a note\nmemory = 1\n', 'pvh', 'type = "pvh # a note\nmemory = 1\n');
  checkCompletion('disk = [ "format=$0 ]\nmemory = 1\n', 'raw', 'disk = [ "format=raw ]\nmemory = 1\n');
  checkCompletion('disk = [ "fo$0rm, vdev=xvda" ]\n', 'format', 'disk = [ "format=, vdev=xvda" ]\n');
});

test('directives replace the whole word', () => {
  checkCompletion('# xlcfg: xen=4.17 ar$0', 'arch=arm', '# xlcfg: xen=4.17 arch=arm');
  checkCompletion('# xlcfg: x$0en=4.17 fragment\n', 'xen=4.9', '# xlcfg: xen=4.9 fragment\n');
  checkCompletion('# xl$0\n', 'xlcfg:', '# xlcfg: \n');
  checkCompletion('# xlc$0fg: fragment\n', 'xlcfg:', '# xlcfg: fragment\n');
  checkCompletion('# xlcfg-disable-line oct$0\n', 'octal-number', '# xlcfg-disable-line octal-number\n');
});

test('a directive is offered once', () => {
  assert.deepEqual(completionsAt('# xlcfg: xen=4.17 arch=arm $0\n'), [
    'file=domain',
    'file=xl.conf',
    'file=cpupool',
    'fragment',
    'migration=never',
  ]);
  assert.ok(!completionsAt('# xlcfg-disable-line octal-number, $0\n').includes('octal-number'));
});
