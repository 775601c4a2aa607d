/** Every text that people read goes through one renderer: what is said in another language has no English left outside of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createLanguageService } from '../../server/src/language-service';
import { type Say, sayInEnglish } from '../../server/src/messages/say';
import { RULES } from '../../server/src/rules/index';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { REPORTING_SETTINGS } from '../support/check';
import { runCli } from '../support/fake-terminal';
import { SAMPLE_FACTS } from '../support/sample-facts';

/** A language of brackets. */
const say: Say = (word) => (typeof word === 'string' ? word : `⟦${sayInEnglish(word)}⟧`);
const speaker = createLanguageService(say);

/** Two neighbouring words that nobody said, and that the input does not have either. */
function findUnsaid(output: string, input: string): readonly string[] {
  let rest = output;
  // One text can stand in another.
  for (let said = ''; said !== rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '§')) said = rest;
  return [...rest.matchAll(/[A-Za-z]{2,} [A-Za-z]{2,}/g)]
    .map(([words]) => words)
    .filter((words) => !input.includes(words) && !EVIDENCE.includes(words));
}

/** Sources stay what they are. */
const EVIDENCE = RULES.flatMap(({ meta }) => meta.evidence).join(' ');

const EXAMPLES = readdirSync('docs/rules')
  .filter((file) => file !== 'README.md')
  .flatMap((file) => [...readFileSync(`docs/rules/${file}`, 'utf8').matchAll(/^```xlcfg (?:bad|good)[^\n]*\n([^]*?)^```$/gm)])
  .map(([, text = '']) => text);

const DEVICES = `type = "hvm"
name = "a"
disk = [ "format=raw,vdev=xvda,target=/a,direct-io-safe", "/b,,hda:cdrom,r" ]
vif = [ "mac=00:16:3e:00:00:01,type=ioemu" ]
usbdev = [ "hostbus=1,hostaddr=2" ]
pci = [ "01:00.0" ]
mca_caps = [ "lmce" ]
kernel = "/boot/vmlinuz-6.1.0-amd64"
vnc = 1
builder = "hvm"
memroy = 3
tsc_mode = "native"
# xlcfg: 
`;

/** What the facade says of a text, by what is asked; each is a list of texts. */
const QUESTIONS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  findings: (text) =>
    analyze(text).findings.flatMap(({ message, related, fixes }) => [
      message,
      ...related.map((place) => place.message),
      ...fixes.map(({ title }) => title),
    ]),
  actions: (text) => speaker.actions(analyze(text), { start: 0, end: text.length }).map(({ title }) => title),
  hovers: (text) => placesIn(text).map((offset) => speaker.hover(analyze(text), offset)?.markdown ?? ''),
  completions: (text) =>
    placesIn(text)
      .flatMap((offset) => speaker.complete(analyze(text), offset))
      .flatMap(({ detail = '', documentation = '' }) => [detail, documentation]),
  signatures: (text) =>
    placesIn(text)
      .flatMap((offset) => speaker.signatureHelp(analyze(text), offset)?.signatures ?? [])
      .flatMap(({ parameters }) => parameters.map(({ markdown = '' }) => markdown)),
  outline: (text) =>
    speaker.symbols(analyze(text)).flatMap(({ detail, children }) => [detail, ...children.flatMap((child) => [child.name, child.detail])]),
  links: (text) => speaker.links(analyze(text)).map(({ tooltip }) => tooltip),
  migration: (text) => [speaker.migrationPage([{ path: 'a', text, ...speaker.reportMigration(analyze(text)) }])],
};

function analyze(text: string): ReturnType<typeof speaker.analyze> {
  return speaker.analyze(text, REPORTING_SETTINGS, SAMPLE_FACTS);
}

/** A place in each word. */
function placesIn(text: string): readonly number[] {
  return [...text.matchAll(/[\w.-]+|$/gm)].map(({ index }) => index + 1).filter((offset) => offset <= text.length);
}

for (const [name, ask] of Object.entries(QUESTIONS)) {
  test(`${name} are said`, () => {
    const isCheap = name === 'findings' || name === 'migration';
    for (const text of isCheap ? [DEVICES, ...EXAMPLES] : [DEVICES]) {
      for (const said of ask(text)) assert.deepEqual(findUnsaid(said, text), [], said);
    }
  });
}

test('options are said', () => {
  for (const { name } of speaker.listOptions(DEFAULT_TARGET))
    assert.deepEqual(findUnsaid(speaker.describeOption(name, DEFAULT_TARGET) ?? '', ''), [], name);
});

test('images are said', () => {
  for (const [path, fact] of SAMPLE_FACTS.files) {
    if (fact.state === 'image') assert.deepEqual(findUnsaid(speaker.describeImage(path, fact.report, DEFAULT_TARGET), ''), [], path);
  }
});

const FILES = { 'a.cfg': DEVICES, 'b.cfg': 'name = "b"\nkernel = "/k"\n', '.xlcfg.json': '{ "xen": 1, "overrides": [{ "files": [""] }] }' };
const COMMANDS: readonly (readonly string[])[] = [
  ['check', 'a.cfg', 'b.cfg', 'none.cfg'],
  ['check', '--fix', 'a.cfg'],
  ['migration', 'a.cfg', 'b.cfg'],
  ['migration', '--format', 'markdown', 'a.cfg'],
  ['kernel', ...SAMPLE_FACTS.files.keys()],
  ['rules'],
  ['options'],
  ['init'],
];

for (const command of COMMANDS) {
  test(`xlcfg ${command.slice(0, 3).join(' ')} is said`, async () => {
    const files = command[0] === 'init' ? {} : FILES;
    const { output, errors, files: after } = await runCli(command, files, { speaker, unwritable: ['a.cfg'] });
    const written = command[0] === 'init' ? [...after.values()].join('') : '';
    assert.deepEqual(findUnsaid(`${output}${errors}${written}`, JSON.stringify(FILES)), []);
  });
}

test('the descriptions of commands are said', async () => {
  for (const command of [[], ['check'], ['parse'], ['explain'], ['kernel'], ['migration'], ['options'], ['rules'], ['init']]) {
    const { output } = await runCli([...command, '--help'], {}, { speaker });
    // These are the words of the library that reads the arguments.
    assert.deepEqual(
      findUnsaid(output.replace(/^Usage:.*$/m, '').replace(/\n +/g, ' '), 'display help for command output the version number'),
      [],
      output,
    );
  }
});
