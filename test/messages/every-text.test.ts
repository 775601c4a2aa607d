/** Every text that people read goes through one renderer: what is said in another language has no English left outside of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createLanguageService, type DocumentSettings } from '../../server/src/language-service';
import { ERROR_MESSAGES } from '../../server/src/errors/messages/index';
import { createSay } from '../../server/src/messages/say';
import { RULES } from '../../server/src/rules/index';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { REPORTING_SETTINGS } from '../support/check';
import { runCli } from '../support/fake-terminal';
import { SAMPLE_FACTS } from '../support/sample-facts';
import { readWrittenTexts } from '../support/written-texts';

/** The templates for which a translation was looked up. */
const looked = new Set<string>();

/** A language of brackets. What stands in the places of a template is outside of them, so that English words there are found too. */
const translation = new Proxy<Readonly<Record<string, string>>>(
  {},
  {
    get(_, template) {
      looked.add(String(template));
      return `⟦${String(template).replace(/\{\w+\}/g, '⟧$&⟦')}⟧`;
    },
  },
);
const speaker = createLanguageService(createSay(translation));

/** Two neighbouring words, or what joins words in a list. */
const PHRASE = /[A-Za-z]{2,} [A-Za-z]{2,}|(?<=^|\W)(?:and|or) \W|\W (?:and|or)(?=\W|$)/g;

/** Phrases that nobody said, and that the input does not have either. */
function findUnsaid(output: string, input: string): readonly string[] {
  const rest = output.replace(/⟦[^⟦⟧]*⟧/g, '§');
  return [...rest.matchAll(PHRASE)].map(([words]) => words).filter((words) => !input.includes(words) && !EVIDENCE.includes(words));
}

/** Sources stay what they are. */
const EVIDENCE = RULES.flatMap(({ meta }) => meta.evidence).join(' ');

/** Every rule reports, also those that have to be asked for. */
const SETTINGS: DocumentSettings = {
  ...REPORTING_SETTINGS,
  rules: { ...REPORTING_SETTINGS.rules, severities: Object.fromEntries(RULES.map(({ meta }) => [meta.id, meta.severity])) },
};

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
  return speaker.analyze(text, SETTINGS, SAMPLE_FACTS);
}

/** A place in each word. */
function placesIn(text: string): readonly number[] {
  return [...text.matchAll(/[\w.-]+|$/gm)].map(({ index }) => index + 1).filter((offset) => offset <= text.length);
}

for (const [name, ask] of Object.entries(QUESTIONS)) {
  test(`${name} are said`, () => {
    const isDear = name === 'hovers' || name === 'completions' || name === 'signatures';
    for (const text of isDear ? [DEVICES] : [DEVICES, ...EXAMPLES]) {
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

test('messages of Xen are explained in the language', () => {
  for (const { says } of ERROR_MESSAGES) {
    const line = says[0]?.replace(/\{\w+\}/g, '7') ?? '';
    assert.deepEqual(findUnsaid(speaker.errorPage(speaker.explainErrors(line, analyze(DEVICES)), analyze(DEVICES)), line), [], line);
  }
});

const FILES = { 'a.cfg': DEVICES, 'b.cfg': 'name = "b"\nkernel = "/k"\n', 'c.cfg': 'name = "c"\nbroken\n' };
/** One message that is known, and one word of another that is not. */
const LOG = 'vcpu hard affinity map is empty';

const COMMANDS: readonly (readonly string[])[] = [
  ['check', 'a.cfg', 'b.cfg', 'none.cfg'],
  ['check', '--format', 'json', 'a.cfg'],
  ['check', '--hints', '--max-warnings', '0', 'a.cfg'],
  ['check', '--fix', 'a.cfg'],
  ['check', '--config', 'none.json', 'a.cfg'],
  ['parse', 'a.cfg', 'c.cfg', 'none.cfg'],
  ['explain', 'a.cfg', 'b.cfg', 'c.cfg', 'none.cfg'],
  ['explain', '--format', 'json', 'b.cfg', 'c.cfg'],
  ['migration', 'a.cfg', 'b.cfg', 'none.cfg'],
  ['migration', '--format', 'json', 'a.cfg'],
  ['migration', '--format', 'markdown', 'a.cfg'],
  ['kernel', 'none', ...SAMPLE_FACTS.files.keys()],
  ['kernel', '--format', 'json', '--arch', 'arm', ...SAMPLE_FACTS.files.keys()],
  ['why', LOG, 'a.cfg'],
  ['why', '--format', 'json', LOG, 'a.cfg'],
  ['why', '--format', 'markdown', LOG, 'a.cfg'],
  ['why', 'unknown', 'none.cfg'],
  ['rules'],
  ['rules', '--format', 'json'],
  ['options'],
  ['options', '--format', 'json'],
  ['init', '--schema'],
  // These are mistakes.
  ['check', '--xen', '1', 'a.cfg'],
  ['check', '--max-warnings', 'x', 'a.cfg'],
];

/** What the library says that reads the arguments. */
const LIBRARY = 'display help for command output the version number Allowed choices are is invalid error: option argument';

for (const command of COMMANDS) {
  test(`xlcfg ${command.slice(0, 4).join(' ')} is said`, async () => {
    const { output, errors } = await runCli(command, FILES, { speaker, unwritable: ['a.cfg'] });
    assert.deepEqual(findUnsaid(`${output}${errors}`, JSON.stringify(FILES) + LIBRARY + LOG), []);
  });
}

test('xlcfg init is said, and so is what it writes', async () => {
  const first = await runCli(['init'], {}, { speaker });
  const again = await runCli(['init'], Object.fromEntries(first.files), { speaker });
  assert.deepEqual(findUnsaid([first.output, again.errors, ...first.files.values()].join(''), ''), []);
});

const PROJECTS: readonly string[] = [
  '{ "xen": "9", "rulez": {}, "rules": { "octal-number": "loud", "no-rule": "off" }, "allowOptions": ["a", 1], "roots": { "boot": "x" } }',
  '{ "migration": 1, "overrides": [5, { "files": "a", "arch": "mips", "rules": [], "a b": 1 }, { "files": ["", 1, "+(a)", "{1..2}"] }] }',
  ...['{ "a" 1 }', '{ a: 1 }', '{ "a": 01 }', '{ "a": ? }', '{ "a": 1 "b": 2 }', '{ "a": [1', '{} {}', '{ "a": "\\x" }', '{ "a": "\\u1" }'],
  ...['/*', '{ "a": "', '{ "a": 1e', '{ "a": "\u0001" }', '', '[1]', '['.repeat(60), ' '.repeat(2 ** 20 + 1)],
];

test('problems of project files are said', async () => {
  for (const project of PROJECTS) {
    const { errors } = await runCli(['check', 'b.cfg'], { ...FILES, '.xlcfg.json': project }, { speaker });
    assert.match(errors, /⟦/, project.slice(0, 100));
    assert.deepEqual(findUnsaid(errors, project), [], project.slice(0, 100));
  }
});

test('the descriptions of commands are said', async () => {
  for (const command of [[], ['check'], ['parse'], ['explain'], ['kernel'], ['migration'], ['why'], ['options'], ['rules'], ['init']]) {
    const { output } = await runCli([...command, '--help'], {}, { speaker });
    assert.deepEqual(findUnsaid(output.replace(/^Usage:.*$/m, '').replace(/\n +/g, ' '), LIBRARY), [], output);
  }
});

/** Words of formats, an id, and what is said to who programs an editor. */
const NOT_SAID = ['\\ No newline at end of file\n', 'EFI PART', 'Linux version ', '<unknown ParseErrorCode>', 'x86_32 or x86_32p'];
const TO_PROGRAMMERS = 'node/framing.ts';

test('a phrase that stands in the sources is a template', () => {
  const { templates, others } = readWrittenTexts();
  const stray = others.filter(({ text, file }) => text.search(PHRASE) >= 0 && !NOT_SAID.includes(text) && file !== TO_PROGRAMMERS);
  assert.deepEqual(stray, []);
  const broken = templates.filter(({ text }) => /[{}]/.test(text.replace(/\{\w+\}/g, '')));
  assert.deepEqual(broken, []);
  // What is looked up and stands nowhere is put together from parts, and cannot be translated.
  const known = new Set(templates.map(({ text }) => text));
  assert.deepEqual(
    [...looked].filter((template) => !known.has(template)),
    [],
  );
});
