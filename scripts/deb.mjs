/** Makes a package of Debian from the npm package, with the manual and completion: `npm run deb`. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findProgram, lastLine, run, THIS_MACHINE } from './machine.mjs';
import { runNpm } from './npm.mjs';

const WORK = 'out/deb';
const ROOT = join(WORK, 'root');
/** Where the program lies in the package. */
const HOME = 'usr/share/xlcfg';
const DOCS = 'usr/share/doc/xlcfg';
/** What of the npm package is for the machine that the program runs on, in folders of their own. */
const PLACES = [
  ['man/', 'usr/share/man/man1/'],
  ['packaging/', `${DOCS}/examples/`],
];
/** What Debian has a form of its own for. */
const LEFT_OUT = new Set(['LICENSE', 'NOTICE', 'README.md', 'package.json', 'CHANGELOG.md']);
const COMPLETIONS = {
  bash: 'usr/share/bash-completion/completions/xlcfg',
  zsh: 'usr/share/zsh/vendor-completions/_xlcfg',
  fish: 'usr/share/fish/vendor_completions.d/xlcfg.fish',
};

/**
 * Builds the package.
 * @returns its path, or why there is none
 */
export function buildDeb(machine = THIS_MACHINE) {
  if (findProgram(machine, 'dpkg-deb') === undefined) return { problem: 'there is no dpkg-deb' };
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const packed = runNpm(['pack', '--dry-run', '--json', '--silent'], { stdio: ['ignore', 'pipe', 'ignore'] }, machine);
  if (!packed.isDone) return { problem: lastLine(packed.text) };
  rmSync(WORK, { recursive: true, force: true });
  // Folders too are for anybody to read, whoever builds.
  process.umask(0o022);
  // npm has shown what is in the package as a list, and as an object by its name.
  const files = Object.values(JSON.parse(packed.text))[0].files.map(({ path }) => path);
  for (const path of files.filter((each) => !LEFT_OUT.has(each))) addFile(placeOf(path), readFileSync(path), statSync(path).mode & 0o755);
  addPrograms(manifest.bin);
  for (const [shell, path] of Object.entries(COMPLETIONS)) addFile(path, complete(machine, shell));
  addFile(`${DOCS}/copyright`, copyright(manifest));
  addFile(`${DOCS}/changelog.gz`, gzipSync(changelog(machine, manifest), { level: 9 }));
  addControl(machine, manifest);
  const path = join('out', `${manifest.name}_${manifest.version}_all.deb`);
  const { isDone, text } = run(machine, 'dpkg-deb', ['--root-owner-group', '-Zxz', '--build', ROOT, path]);
  return isDone ? { path } : { problem: lastLine(text) };
}

function placeOf(path) {
  const [from, to] = PLACES.find(([prefix]) => path.startsWith(prefix)) ?? ['', `${HOME}/`];
  return `${to}${path.slice(from.length)}`;
}

/** A file that anybody may read; pages of the manual are packed. */
function addFile(path, content, mode = 0o644) {
  const isPage = path.startsWith('usr/share/man/');
  const target = join(ROOT, isPage ? `${path}.gz` : path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, isPage ? gzipSync(content, { level: 9 }) : content, { mode });
}

/** Programs are links to the bundles, which Debian's own Node runs. */
function addPrograms(bin) {
  mkdirSync(join(ROOT, 'usr/bin'), { recursive: true });
  for (const [name, bundle] of Object.entries(bin)) {
    const target = join(ROOT, HOME, bundle);
    writeFileSync(target, readFileSync(target, 'utf8').replace(/^#!.*/, '#!/usr/bin/node'));
    chmodSync(target, 0o755);
    symlinkSync(`../share/xlcfg/${bundle}`, join(ROOT, 'usr/bin', name));
  }
}

function complete(machine, shell) {
  const { isDone, text } = run(machine, machine.node, ['dist/cli.js', 'completion', shell]);
  if (!isDone) throw new Error(text);
  return `${text}\n`;
}

/** The licence, and those of the packages that are bundled. */
function copyright({ name }) {
  return `${name}\n\n${readFileSync('LICENSE', 'utf8')}\n${readFileSync('NOTICE', 'utf8')}`;
}

/** Who packages says so as for all of Debian's tools. */
function maintainerOf({ env }, { publisher }) {
  return `${env.DEBFULLNAME ?? publisher} <${env.DEBEMAIL ?? `${publisher}@localhost.localdomain`}>`;
}

function changelog(machine, manifest) {
  const seconds = Number(machine.env.SOURCE_DATE_EPOCH ?? NaN);
  const date = Number.isNaN(seconds) ? new Date() : new Date(seconds * 1000);
  const { name, version } = manifest;
  const day = date.toUTCString().replace('GMT', '+0000');
  return `${name} (${version}) unstable; urgency=medium\n\n  * Built from the sources of this version.\n\n -- ${maintainerOf(machine, manifest)}  ${day}\n`;
}

function addControl(machine, manifest) {
  const control = join(ROOT, 'DEBIAN');
  const paths = filesBelow(ROOT);
  const sizes = paths.map((path) => statSync(path).size);
  mkdirSync(control);
  const { name, version, engines } = manifest;
  const fields = {
    Package: name,
    Version: version,
    Architecture: 'all',
    Maintainer: maintainerOf(machine, manifest),
    'Installed-Size': String(Math.ceil(sizes.reduce((sum, size) => sum + Math.ceil(size / 1024), 0))),
    Depends: `nodejs (${engines.node.replace('>=', '>= ')})`,
    Enhances: 'xen-utils-common',
    Section: 'admin',
    Priority: 'optional',
    Description: `checks Xen domain configuration files\n xlcfg reads xl.cfg files exactly as xl does, and tells what that refuses,\n ignores or misunderstands. It holds the command line and the language server.`,
  };
  writeFileSync(
    join(control, 'control'),
    Object.entries(fields)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join(''),
  );
  const sums = paths.map((path) => `${createHash('md5').update(readFileSync(path)).digest('hex')}  ${relative(ROOT, path)}\n`);
  writeFileSync(join(control, 'md5sums'), sums.join(''));
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// Tests take the function, in a bundle of their own.
if (/[\\/]deb\.mjs$/.test(process.argv[1])) {
  const { path, problem } = buildDeb();
  process.stdout.write(problem === undefined ? `${path} written\n` : `Skipped: the package of Debian: ${problem}\n`);
}
