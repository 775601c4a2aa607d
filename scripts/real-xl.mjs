/**
 * Prepares the real xl 4.17 of Debian as a judge for tests: unpacks its packages
 * into a cache folder and compiles the small programs of test/oracle against
 * them. Nothing of it is installed, started or shipped.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CACHE, fillOnce } from './cache.mjs';
import { downloadPackages, installPackages } from './debian.mjs';
import { findProgram, run, THIS_MACHINE } from './machine.mjs';

const PACKAGES = [
  'xen-utils-4.17',
  'xen-utils-common',
  'libxenmisc4.17',
  'libxenstore4',
  'libxencall1',
  'libxendevicemodel1',
  'libxenevtchn1',
  'libxenforeignmemory1',
  'libxengnttab1',
  'libxenhypfs1',
  'libxentoolcore1',
  'libxentoollog1',
  'libyajl2',
  'libxen-dev',
];
const XL = 'usr/lib/xen-4.17/bin/xl';

/**
 * Makes the judge ready.
 * @returns paths of the programs, or a sentence that says why there are none
 */
export function prepareRealXl(machine = THIS_MACHINE, cache = CACHE) {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return { problem: 'it runs on x86-64 Linux only' };
  const root = join(cache, 'xen-4.17');
  const unpackProblem = fillOnce(root, XL, (folder) => unpackPackages(machine, folder));
  if (unpackProblem !== undefined) return { problem: unpackProblem };
  const libraries = [join(root, 'usr/lib/x86_64-linux-gnu'), join(root, 'usr/lib/xen-4.17/lib')];
  const include = `-I${join(root, 'usr/include')}`;
  const library = ['-shared', '-fPIC', include];
  const shim = compile(machine, cache, ['test/oracle/fake-hypervisor.c'], library);
  if (shim.problem !== undefined) return { problem: shim.problem };
  const createShim = compile(machine, cache, listSources('test/oracle/create'), library);
  if (createShim.problem !== undefined) return { problem: createShim.problem };
  const link = (...names) => [`-L${libraries[0]}`, ...names.map((name) => `-l${name}`), '-Wl,--unresolved-symbols=ignore-in-shared-libs'];
  const reader = compile(machine, cache, ['test/oracle/read-config.c'], [include], link('xlutil'));
  if (reader.problem !== undefined) return { problem: reader.problem };
  const builder = compile(machine, cache, ['test/oracle/kernel/builder.c'], [include], link('xenguest', 'xenctrl', 'xentoollog'));
  if (builder.problem !== undefined) return { problem: builder.problem };
  const programs = { shim: shim.path, createShim: createShim.path, reader: reader.path, builder: builder.path };
  return { root, xl: join(root, XL), ...programs, libraryPath: libraries.join(':') };
}

/** The C files of a folder, headers included, in an order that is always the same. */
function listSources(folder) {
  const names = readdirSync(folder).filter((name) => /\.[ch]$/.test(name));
  return names.sort().map((name) => `${folder}/${name}`);
}

function unpackPackages(machine, folder) {
  const packages = join(folder, 'packages');
  mkdirSync(packages);
  const problem = downloadPackages(machine, PACKAGES, packages);
  if (problem !== undefined) return `its packages cannot be had: ${problem}`;
  for (const file of readdirSync(packages).filter((each) => each.endsWith('.deb'))) {
    const unpacked = run(machine, 'dpkg', ['-x', join(packages, file), folder]);
    if (!unpacked.isDone) return `${file} cannot be unpacked: ${unpacked.text}`;
  }
  rmSync(packages, { recursive: true });
  return undefined;
}

/**
 * Compiles a program of the project into the cache, under a name that tells its
 * sources and arguments, because several checkouts share the cache.
 * @param sources with the headers that they include
 */
export function compile(machine, cache, sources, before, after = []) {
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  const key = hash
    .update([...before, ...after].join('\0'))
    .digest('hex')
    .slice(0, 12);
  const path = join(cache, 'compiled', key);
  if (existsSync(path)) return { path };
  if (findProgram(machine, 'gcc') === undefined) {
    const problem = installPackages(machine, ['gcc', 'libc6-dev']);
    if (problem !== undefined) return { problem };
  }
  mkdirSync(join(cache, 'compiled'), { recursive: true });
  const folder = mkdtempSync(`${path}.new-`);
  try {
    const output = join(folder, 'program');
    const units = sources.filter((source) => source.endsWith('.c')).map((source) => resolve(source));
    const compiled = run(machine, 'gcc', ['-O1', '-Wall', ...before, ...units, '-o', output, ...after]);
    if (!compiled.isDone) return { problem: `${sources[0]} does not compile: ${compiled.text.split('\n')[0]}` };
    renameSync(output, path);
    return { path };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
