/**
 * Makes the mistakes that nothing but the compiler can find, all at once in a copy of the sources, and demands that each
 * of them is found: a name that is misspelt in one place would otherwise be a check that never runs.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const COPY = 'out/mutants';

/** What is misspelt: title, file below server/src, what stands there, and what is put in its place. */
const MUTATIONS = [
  ['the language of an option', 'options/devices.ts', 'spec: DISK_SPEC', 'spec: DISK_SPECS'],
  ['a sentence of a value problem', 'specs/arm/arm-specs.ts', "item, 'quota'", "item, 'quotta'"],
  ['a sentence of a syntax problem', 'syntax/classify-problem.ts', "return 'upperCase'", "return 'uperCase'"],
  ['a sentence of a rule', 'rules/duplicate-mac.ts', "yield { message: 'default'", "yield { message: 'defualt'"],
  ['a word of a sentence', 'rules/duplicate-pci-device.ts', 'data: { bdf: key }', 'data: { bfd: key }'],
  ['a word of a fix', 'linter/fixes/choose-kernel.ts', '{ path, kind:', '{ path, kinds:'],
  ['an option that a rule reads', 'rules/videoram-too-small.ts', "byName.get('stdvga')", "byName.get('stdvgaa')"],
  ['an option that a rule is about', 'rules/arm-interrupt-taken.ts', "subjects: ['irqs']", "subjects: ['irq']"],
  ['an option in conflict with another', 'options/boot.ts', "with: 'cmdline'", "with: 'cmdlin'"],
  ['an option that goes with another', 'options/hvm-platform.ts', "companion: 'bios'", "companion: 'boss'"],
  ["the field of a device's key", 'specs/disk/disk-keys.ts', "field: 'discard_enable'", "field: 'discard_enabel'"],
  ['a release of Xen', 'specs/disk/disk-keys.ts', "since: '4.17'", "since: '4.71'"],
  ['a request of our own', 'lsp/handlers/custom-requests.ts', "'xlcfg/target'", "'xlcfg/targets'"],
];

/** Found where all options come together, so that each needs a run of its own to be told from the others. */
const FOUND_TOGETHER = 'server/src/options/index.ts';

rmSync(COPY, { recursive: true, force: true });
mkdirSync(COPY, { recursive: true });
for (const path of ['server', 'protocol', 'package.json', 'tsconfig.base.json', 'tsconfig.core.json', 'tsconfig.server.json'])
  cpSync(path, join(COPY, path), { recursive: true });
symlinkSync(resolve('node_modules'), join(COPY, 'node_modules'), 'junction');

function errorsOf(project) {
  const args = ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit', '--composite', 'false', '--incremental', 'false'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: COPY, encoding: 'utf8' });
  return [...stdout.matchAll(/^(\S+?)\((\d+),/gm)].map(([, file, line]) => ({ file, line: Number(line) }));
}

/** Makes the mistakes, gives those that nobody notices, and takes them back. */
function run(mutations) {
  const mutants = mutations.map(([title, name, before, after]) => {
    const file = `server/src/${name}`;
    const text = readFileSync(file, 'utf8');
    const offset = text.indexOf(before);
    if (offset < 0) throw new Error(`${file} has no ${before} any more: name another place for ${title}`);
    const mutated = readFileSync(join(COPY, file), 'utf8').replace(before, after);
    writeFileSync(join(COPY, file), mutated);
    return { title, file, line: text.slice(0, offset).split('\n').length };
  });
  const errors = [...errorsOf('tsconfig.core.json'), ...(mutations.length > 1 ? errorsOf('tsconfig.server.json') : [])];
  for (const { file } of mutants) cpSync(file, join(COPY, file));
  // The compiler may say it some lines above, where the statement begins.
  const isFound = ({ file, line }) =>
    errors.some(
      (error) =>
        (error.file === file && error.line <= line && error.line > line - 15) || (mutants.length === 1 && error.file === FOUND_TOGETHER),
    );
  return mutants.filter((mutant) => !isFound(mutant));
}

const isApart = ([, , before]) => before.startsWith('with:') || before.startsWith('companion:');
const alive = [MUTATIONS.filter((each) => !isApart(each)), ...MUTATIONS.filter(isApart).map((each) => [each])].flatMap(run);
for (const { title, file, line } of alive) process.stderr.write(`Nobody notices when ${title} is misspelt: ${file}:${line}\n`);
process.stdout.write(`${MUTATIONS.length - alive.length} of ${MUTATIONS.length} mistakes are found\n`);
process.exit(alive.length === 0 ? 0 : 1);
