/** What reaches the terminal: lines of a bearable length, and no character that commands it. */
import { REPORTERS } from '../../server/src/cli/reporters/index';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runProcess, temporaryFolder } from '../support/cli-process';
import { runCli } from '../support/fake-terminal';
import { makeBzImage } from '../support/tiny-images';

/** Escape sequences, C1 controls, a bell, and marks that turn the direction of writing. */
const EVIL = '\u001b[2J\u009b31m\u0007\u202e\u2066\u061c';
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const HOSTILE = [
  `name = "a${EVIL}"`,
  'kernel = "/k"',
  `# ${EVIL}`,
  `on_crash = "re${EVIL}\\nboot"`,
  `disk = [ "/d${EVIL},${EVIL},xvda" ]`,
  `pci = [ "01:00.0,${EVIL}" ]`,
  `extra = "${EVIL}"`,
  `foo${EVIL} = 1`,
].join('\n');
const VALID = `name = "a${EVIL}"\nkernel = "/k"\nextra = "x${EVIL}\\ny"\nmemory = 1\n`;

const JSON_FORMATS = ['json', 'sarif', 'gitlab'];

test('nothing that stands in a file, or is the name of one, commands the terminal', async () => {
  const path = `p${EVIL}\nq.cfg`;
  const good = `g${EVIL}.cfg`;
  const files = { [path]: HOSTILE, [good]: VALID, '.xlcfg.json': `{ "${EVIL}": 1, "rules": { "x${EVIL}\\n": 1 } }` };
  for (const command of ['check', 'parse', 'explain', 'migration']) {
    for (const format of command === 'check' ? Object.keys(REPORTERS) : ['text', 'json']) {
      const { output, errors } = await runCli([command, '--format', format, path, good, `none${EVIL}`], files);
      assert.doesNotMatch(output, CONTROLS, `${command} ${format}`);
      assert.doesNotMatch(errors, CONTROLS, `${command} ${format}`);
      assert.doesNotMatch(output + errors, /^q\.cfg/m, 'a line feed in a name starts no line');
      const isJson = JSON_FORMATS.includes(format);
      assert.match(output, isJson ? /\\u001b\[2J\\u009b31m\\u0007\\u202e/ : /\\x1b\[2J\\x9b31m\\x07\\u202e/);
      if (isJson) assert.ok(JSON.stringify(JSON.parse(output)).includes('\u202e'), 'programs read what stands there');
    }
  }
  const { output } = await runCli(['migration', '--format', 'markdown', path], files);
  assert.doesNotMatch(output, CONTROLS);
  assert.doesNotMatch((await runCli([`x${EVIL}`])).errors, CONTROLS);
});

test('what commands the terminal is only what xlcfg puts there', async () => {
  const { output } = await runCli(['check', 'a.cfg'], { 'a.cfg': HOSTILE }, { isColored: true });
  assert.ok(output.includes('\u001b[31merror\u001b[0m'));
  assert.doesNotMatch(output.replace(/\u001b\[(?:0|1|3[136]|90)m/g, ''), CONTROLS);
});

test('nor does the version of a kernel', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'bz'), makeBzImage({ payload: new Uint8Array(64), version: '6.1\u001b[2J\u009b\n-evil' }));
  for (const format of ['text', 'json']) {
    const { status, stdout: bytes } = runProcess(['kernel', '--format', format, 'bz'], folder);
    const stdout = Buffer.from(bytes, 'latin1').toString();
    assert.equal(status, 0);
    assert.doesNotMatch(stdout, CONTROLS);
    assert.doesNotMatch(stdout, /^-evil/m);
    assert.match(stdout, format === 'json' ? /6\.1\\u001b\[2J/ : /6\.1\\x1b\[2J/);
  }
});

/** What stands above the carets of the first finding. */
function markedIn(output: string): string {
  const [, source = '', carets = ''] = output.split('\n');
  return source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

test('carets stand below what they mean, also after what is shown escaped', async () => {
  const markedFor = async (text: string): Promise<string> => markedIn((await runCli(['check', 'a.cfg'], { 'a.cfg': text })).output);
  assert.equal(await markedFor('name = "\u009b"; kernel = "/k"; on_crash = "reboot"\n'), '"reboot"');
});

test('of a long line only what is near the caret is shown', async () => {
  const sizeOf = async (count: number): Promise<number> => {
    const { output } = await runCli(['check', 'a.cfg'], { 'a.cfg': 'a=;'.repeat(count) });
    return output.length / count;
  };
  const few = await sizeOf(100);
  assert.ok((await sizeOf(3000)) < few * 1.5, 'the report grows with the findings, and not with the line');

  const long = `name = "a"; kernel = "/k"; extra = "${'x'.repeat(500)}"; on_crash = "reboot"; root = "${'y'.repeat(500)}"\n`;
  const { output } = await runCli(['check', 'a.cfg'], { 'a.cfg': long });
  const [, source = ''] = output.split('\n');
  assert.match(source, /^ {4}1 \| …x+"; on_crash = "reboot"; root = "y+…$/);
  assert.equal(markedIn(output), '"reboot"');
  assert.ok(source.length < 180);
  const whole = (await runCli(['check', 'a.cfg'], { 'a.cfg': `name = "a"\nkernel = "/k"\non_crash = "${'z'.repeat(40_000)}"\n` })).output;
  assert.match(whole, /\n {4}3 \| on_crash = "z+…\n {6}\| {12}\^+\n/);
  assert.ok(whole.length < 2000);
});
