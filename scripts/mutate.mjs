/**
 * Makes the mistakes that nothing but the compiler can find, one after the other, and demands that it finds each: a name
 * that is misspelt in one place would otherwise be a check that never runs. Nothing is written; the compiler is given the
 * changed text.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';

/** What is misspelt: title, file below server/src, what stands there, and what is put in its place. */
const MUTATIONS = [
  ['the language of an option', 'options/devices.ts', 'spec: DISK_SPEC', 'spec: DISK_SPECS'],
  ['a sentence of a value problem', 'specs/arm/arm-specs.ts', "item, 'quota'", "item, 'quotta'"],
  ['a sentence of a syntax problem', 'syntax/classify-problem.ts', "return 'upperCase'", "return 'uperCase'"],
  ['a sentence of a rule', 'rules/split-device.ts', "yield { message: 'default'", "yield { message: 'defualt'"],
  ['a word of a sentence', 'rules/duplicate-pci-device.ts', 'data: { bdf: key }', 'data: { bfd: key }'],
  ['a word of a fix', 'linter/fixes/choose-kernel.ts', '{ path, kind:', '{ path, kinds:'],
  ['an option that a rule reads', 'rules/hvmloader-as-kernel.ts', "byName.get('kernel')", "byName.get('kernell')"],
  ['an option that a rule is about', 'rules/arm-interrupt-taken.ts', "subjects: ['irqs']", "subjects: ['irq']"],
  ['an option in conflict with another', 'options/boot.ts', "with: 'cmdline'", "with: 'cmdlin'"],
  ['an option that goes with another', 'options/hvm-platform.ts', "companion: 'bios'", "companion: 'boss'"],
  ["the field of a device's key", 'specs/disk/disk-keys.ts', "field: 'discard_enable'", "field: 'discard_enabel'"],
  ['the list that devices fill in', 'options/devices.ts', "at: 'nics'", "at: 'nisc'"],
  ['an option that makes the domain', 'domain/graphics.ts', "reader.text('vga')", "reader.text('vgaa')"],
  ['a release of Xen', 'specs/disk/disk-keys.ts', "since: '4.17'", "since: '4.71'"],
  ['a request of our own', 'lsp/handlers/target.ts', "'xlcfg/target'", "'xlcfg/targets'"],
];

/** Names of options are held against the declarations where all of these come together. */
const ALL_OPTIONS = resolve('server/src/options/index.ts');

const { config } = ts.readConfigFile('tsconfig.server.json', ts.sys.readFile);
const whole = { ...config, include: ['server/src', 'protocol', 'recognition', 'package.json'], references: [] };
const { fileNames, options } = ts.parseJsonConfigFileContent(whole, ts.sys, '.');

/** The text that stands for that of a file, by its path. */
const changed = new Map();
const service = ts.createLanguageService({
  getScriptFileNames: () => fileNames,
  getScriptVersion: (file) => changed.get(resolve(file)) ?? '',
  getScriptSnapshot(file) {
    const text = changed.get(resolve(file)) ?? ts.sys.readFile(file);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => process.cwd(),
  getCompilationSettings: () => options,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
});
const isWrong = (file) => service.getSemanticDiagnostics(file).length > 0;

const files = [ALL_OPTIONS, ...MUTATIONS.map(([, name]) => resolve('server/src', name))];
if (files.some(isWrong)) throw new Error('The types are wrong already: see npm run types');

const alive = MUTATIONS.filter(([title, name, before, after]) => {
  const file = resolve('server/src', name);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${name} has no ${before} any more: name another place for ${title}`);
  changed.set(file, text.replace(before, after));
  const isFound = isWrong(file) || isWrong(ALL_OPTIONS);
  changed.delete(file);
  return !isFound;
});
for (const [title, name, , after] of alive) process.stderr.write(`Nobody notices when ${title} is misspelt: ${after} in ${name}\n`);
process.stdout.write(`${MUTATIONS.length - alive.length} of ${MUTATIONS.length} mistakes are found\n`);
process.exit(alive.length === 0 ? 0 : 1);
