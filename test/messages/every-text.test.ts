/** Every text that people read goes through one renderer: what is said in another language has no English left outside of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createLanguageService, type DocumentSettings, HINT_KINDS, type Listing } from '../../server/src/language-service';
import { ERROR_MESSAGES } from '../../server/src/errors/messages/index';
import { createSay } from '../../server/src/messages/say';
import { EVERY_OPTION } from '../../server/src/options/index';
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

/** Values of options that have blanks in them. */
const DEFAULTS = EVERY_OPTION.flatMap((option) => option.default ?? []);

/** Sources stay what they are, and so do values. */
const EVIDENCE = [...RULES.flatMap(({ meta }) => meta.evidence), ...DEFAULTS].join(' ');

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
vif = [ "mac=00:16:3e:00:00:01,type=ioemu,rate=10Mb/s" ]
usbdev = [ "hostbus=1,hostaddr=2" ]
pci = [ "01:00.0" ]
mca_caps = [ "lmce" ]
kernel = "/boot/vmlinuz-6.1.0-amd64"
vnc = 1
builder = "hvm"
memroy = 3
memory = 16384
cpus = "0-3,^2"
tsc_mode = "native"
# xlcfg: 
`;

/** All sample images, as if they lay in one folder. */
const SAMPLE_LISTING: Listing = {
  entries: [...SAMPLE_FACTS.files.keys()].map((path) => ({ name: path.slice(path.lastIndexOf('/') + 1), kind: 'file' })),
  isComplete: true,
  images: new Map(
    [...SAMPLE_FACTS.files].flatMap(([path, fact]) =>
      fact.state === 'image' ? [[path.slice(path.lastIndexOf('/') + 1), fact.report]] : [],
    ),
  ),
};

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
  'inlay hints': (text) => speaker.inlayHints(analyze(text), { start: 0, end: text.length }, new Set(HINT_KINDS)).map((hint) => hint.text),
  paths: (text) =>
    placesIn(text).flatMap((offset) => {
      const place = speaker.pathAt(analyze(text), offset);
      const items = place === undefined ? [] : speaker.completePath(analyze(text), place, SAMPLE_LISTING);
      return items.flatMap(({ detail = '', documentation = '' }) => [detail, documentation]);
    }),
  // What `+=` joins stands in no input.
  explained: (text) => (text.includes('+=') ? [] : [speaker.explainPage(analyze(text))]),
  topology: (text) => {
    const domain = speaker.fleetDomain(analyze(text));
    if (domain === undefined) return [];
    const host = { name: 'rack', memory: 2048, cpus: 4, xen: '4.20' } as const;
    const member = { file: 'a', domain, problems: { errors: 1, warnings: 2 }, places: ['rack'] };
    const topology = speaker.topology([member, { ...member, places: [] }], [{ id: 'rack', host }]);
    const { outline, svg } = speaker.topologyPage(topology);
    return [...outline.map((line) => line.text), ...[...svg.matchAll(/>([^<]+)</g)].map(([, said = '']) => said)];
  },
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
    const isDear = name === 'hovers' || name === 'paths' || name === 'completions' || name === 'signatures';
    for (const text of isDear ? [DEVICES] : [DEVICES, ...EXAMPLES]) {
      for (const said of ask(text)) assert.deepEqual(findUnsaid(said, text), [], said);
    }
  });
}

test('options are said', () => {
  for (const { name, file } of EVERY_OPTION)
    assert.deepEqual(findUnsaid(speaker.describeOption(name, DEFAULT_TARGET, file) ?? '', ''), [], name);
});

test('questions about a new domain are said', () => {
  const images = [...SAMPLE_FACTS.files].flatMap(([path, fact]) => (fact.state === 'image' ? [{ path, report: fact.report }] : []));
  const known = { bridges: ['br0'], driverDomains: ['net'], images, isReleaseOpen: true };
  for (const type of ['pv', 'pvh', 'hvm']) {
    const { questions, text } = speaker.newDomain({ type, boot: 'kernel' }, DEFAULT_TARGET, known);
    const said = questions.flatMap(({ title, prompt, choices }) => [
      title,
      prompt,
      ...choices.flatMap(({ label, description }) => [label, description]),
    ]);
    for (const each of [...said, text.replace(/^[^#].*$/gm, '')]) assert.deepEqual(findUnsaid(each, ''), [], each);
  }
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

const RUNNING = '{"domid":1,"config":{"c_info":{"name":"b"},"b_info":{"max_vcpus":2},"disks":[{"vdev":"xvda"}]}}';
const FILES = { 'a.cfg': DEVICES, 'b.cfg': 'name = "b"\nkernel = "/k"\n', 'c.cfg': 'name = "c"\nbroken\n', 'b.json': RUNNING };
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
  ['explain', '--format', 'markdown', 'a.cfg', 'b.cfg', 'c.cfg'],
  ['migration', 'a.cfg', 'b.cfg', 'none.cfg'],
  ['migration', '--format', 'json', 'a.cfg'],
  ['migration', '--format', 'markdown', 'a.cfg'],
  ['topology', '--format', 'dot', 'a.cfg', 'none.cfg'],
  ['diff', '--running', 'b.json', 'b.cfg', 'c.cfg'],
  ['diff', '--running', 'b.json', '--format', 'markdown', 'b.cfg'],
  ['diff', '--running', 'a.cfg', 'b.cfg'],
  ['kernel', 'none', ...SAMPLE_FACTS.files.keys()],
  ['kernel', '--format', 'json', '--arch', 'arm', ...SAMPLE_FACTS.files.keys()],
  ['why', LOG, 'a.cfg'],
  ['why', '--format', 'json', LOG, 'a.cfg'],
  ['why', '--format', 'markdown', LOG, 'a.cfg'],
  ['why', 'unknown', 'none.cfg'],
  ['check', '--format', 'sarif', 'a.cfg', 'none.cfg'],
  ['check', '--format', 'github', 'a.cfg', 'none.cfg'],
  ['check', '--format', 'gitlab', 'a.cfg', 'none.cfg'],
  ['check', '--format', 'junit', 'a.cfg', 'none.cfg'],
  ['check', '--format', 'checkstyle', 'a.cfg', 'none.cfg'],
  ['check', '--set', 'memory=1', '--concat', '--stats', 'a.cfg', 'b.cfg'],
  ['check', '--list-files', '*.none'],
  ['check', '--show-config', 'a.cfg', 'none.cfg'],
  ['check', '--shard', '5/4', 'a.cfg'],
  ['check', '--set', 'memory', 'a.cfg'],
  ['check', '--fix', '--set', 'memory=1', 'a.cfg'],
  ['check', '--watch', '--fix', 'a.cfg'],
  ['check', '--output', 'pdf=a', 'a.cfg'],
  ['rule', 'no-such-rule'],
  ['rules'],
  ['rules', '--format', 'json'],
  ['options'],
  ['options', '--format', 'json'],
  ['init', '--schema'],
  ['new'],
  ['new', '--preset', 'windows', '--graphics', 'spice'],
  ['new', '--type', 'pv', '--boot', 'pygrub', '--graphics', 'vnc', 'new.cfg'],
  ['new', '--type', 'pvh', '--boot', 'iso', '--firmware', 'uefi', '--name', 'x y', '--memory', 'x', '--disk', 'x', '--mac', 'x'],
  ['new', '--cmdline', 'a = b', 'a.cfg'],
  ['new', '--force', 'a.cfg'],
  // These are mistakes.
  ['check', '--xen', '1', 'a.cfg'],
  ['check', '--max-warnings', 'x', 'a.cfg'],
];

/** What the library says that reads the arguments. */
const LIBRARY = 'display help for command output the version number Allowed choices are is invalid error: option argument';

/** Names in reports for other programs. */
const MARKUP =
  'error file warning file notice file xml version testsuites name testsuite name testcase classname failure type error type checkstyle version file name error line digraph xen';

for (const command of COMMANDS) {
  test(`xlcfg ${command.slice(0, 4).join(' ')} is said`, async () => {
    const { output, errors } = await runCli(command, FILES, { speaker, unwritable: ['a.cfg'] });
    assert.deepEqual(findUnsaid(`${output}${errors}`, JSON.stringify(FILES) + LIBRARY + LOG + MARKUP), []);
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
  '{ "extends": "/x.json", "fragments": 1, "assemble": [1, { "files": 1, "file": [] }], "allow": { "dsik": {}, "vif": [], "disk": { "key": 1 } } }',
  '{ "extends": "none.json" }',
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
  for (const command of [
    [],
    ['check'],
    ['parse'],
    ['explain'],
    ['diff'],
    ['kernel'],
    ['migration'],
    ['why'],
    ['options'],
    ['rules'],
    ['rule'],
    ['completion'],
    ['init'],
    ['new'],
  ]) {
    const { output } = await runCli([...command, '--help'], {}, { speaker });
    assert.deepEqual(findUnsaid(output.replace(/^Usage:.*$/m, '').replace(/\n +/g, ' '), LIBRARY), [], output);
  }
});

/** Words of formats, an id, and what is said to who programs an editor, and to shells. */
const NOT_SAID = [
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  '\\ No newline at end of file\n',
  'EFI PART',
  'Linux version ',
  '<unknown ParseErrorCode>',
  'x86_32 or x86_32p',
  ...DEFAULTS,
];
/** And to other programs. */
const TO_PROGRAMMERS = /^node\/framing\.ts$|^topology\/(?:style|write-graph)\.ts$|^cli\/completion\/(?:bash|fish|zsh)\.ts$/;

test('a phrase that stands in the sources is a template', () => {
  const { templates, others } = readWrittenTexts();
  const stray = others.filter(({ text, file }) => text.search(PHRASE) >= 0 && !NOT_SAID.includes(text) && !TO_PROGRAMMERS.test(file));
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
