/**
 * Fetches real kernel images for tests, from the packages of Debian: nothing is
 * installed, only unpacked into the cache. Packages of other architectures come
 * through lists of their own, so the machine keeps its configuration.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, fillOnce } from './cache.mjs';
import { hasApt, installPackages, runApt } from './debian.mjs';
import { findProgram, lastLine, run, THIS_MACHINE } from './machine.mjs';

/** By architecture: packages, and patterns of packages whose names hold a version. */
const WANTED = {
  amd64: {
    packages: ['grub-xen-host', 'memtest86+', 'ipxe', 'xen-hypervisor-4.17-amd64', 'xen-utils-4.17', 'busybox-static'],
    metapackages: ['linux-image-amd64', 'linux-image-cloud-amd64', 'linux-image-rt-amd64'],
    patterns: [/^linux-image-6\.12\.\d+\+deb12-cloud-amd64-unsigned$/],
  },
  i386: { packages: [], metapackages: ['linux-image-686-pae', 'linux-image-686'], patterns: [] },
  arm64: { packages: [], metapackages: ['linux-image-cloud-arm64'], patterns: [] },
};
/** What is unpacked of each package; modules would take most of the room. */
const MEMBERS = ['./boot', './usr/lib/grub-xen', './usr/lib/ipxe', './usr/lib/xen-4.17', './usr/lib/memtest86+', './bin'];

/**
 * Makes the images ready.
 * @returns the folder with one folder for each architecture, or a sentence that says why there is none
 */
export function prepareKernelImages(machine = THIS_MACHINE, cache = CACHE) {
  const root = join(cache, 'kernel-images');
  const problem = fillOnce(root, 'complete', (folder) => unpackAll(machine, folder));
  return problem === undefined ? { root } : { problem };
}

function unpackAll(machine, folder) {
  if (!hasApt(machine)) return 'they come from packages of Debian, and there is no apt-get';
  for (const [arch, wanted] of Object.entries(WANTED)) {
    const problem = unpackArchitecture(machine, arch, wanted, folder);
    if (problem !== undefined) return problem;
  }
  writeFileSync(join(folder, 'complete'), '');
  return undefined;
}

function unpackArchitecture(machine, arch, { packages, metapackages, patterns }, root) {
  const apt = join(root, `${arch}.apt`);
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'packages']) mkdirSync(join(apt, folder), { recursive: true });
  const options = [
    `APT::Architecture=${arch}`,
    `APT::Architectures=${arch}`,
    `Dir::State=${join(apt, 'state')}`,
    `Dir::Cache=${join(apt, 'cache')}`,
    'Dir::State::status=/dev/null',
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  const ask = (name, ...args) => runApt(machine, name, [...options, ...args], { cwd: join(apt, 'packages') });
  // One list that cannot be had does not matter as long as the packages are in the others.
  ask('apt-get', 'update');
  const real = metapackages.flatMap((name) => findDependency(ask('apt-cache', 'depends', name).text));
  const names = ask('apt-cache', 'pkgnames', 'linux-image-').text.split('\n');
  const matching = patterns.flatMap((pattern) =>
    names
      .filter((name) => pattern.test(name))
      .sort()
      .slice(-1),
  );
  const fetched = ask('apt-get', 'download', ...packages, ...real, ...matching);
  if (!fetched.isDone) return `the packages for ${arch} cannot be had: ${lastLine(fetched.text)}`;
  const problem = unpackPackages(machine, join(apt, 'packages'), join(root, arch));
  rmSync(apt, { recursive: true, force: true });
  return problem;
}

function unpackPackages(machine, packages, target) {
  mkdirSync(target);
  const script = 'dpkg-deb --fsys-tarfile "$1" | tar -C "$2" -x --wildcards $3 2>/dev/null; true';
  for (const file of readdirSync(packages)) {
    const unpacked = run(machine, 'sh', ['-c', script, 'sh', join(packages, file), target, MEMBERS.join(' ')]);
    if (!unpacked.isDone) return `${file} cannot be unpacked: ${unpacked.text}`;
  }
  return undefined;
}

function findDependency(text) {
  return [...text.matchAll(/^ {2}Depends: (linux-image-\S+)$/gm)].map((match) => match[1]).slice(0, 1);
}

/** How each program packs standard input as the build of Linux does, and the package it is in. */
const COMPRESSORS = {
  gzip: { command: ['gzip', '-n', '-c'], package: 'gzip' },
  bzip2: { command: ['bzip2', '-9', '-c'], package: 'bzip2' },
  xz: { command: ['xz', '--check=crc32', '--x86', '--lzma2=preset=1,dict=32MiB', '-c'], package: 'xz-utils' },
  lzma: { command: ['lzma', '-1', '-c'], package: 'xz-utils' },
  lzo: { command: ['lzop', '-3', '-c'], package: 'lzop' },
  lz4: { command: ['lz4', '-l', '-3', '-c'], package: 'lz4' },
  zstd: { command: ['zstd', '-3', '-q', '-c'], package: 'zstd' },
};

/**
 * Makes the programs ready that pack kernels, installing what is missing where that is possible.
 * @returns a function that packs bytes, or a sentence that says which program there is not
 */
export function prepareCompressors(machine = THIS_MACHINE) {
  const findMissing = () => Object.values(COMPRESSORS).filter(({ command }) => findProgram(machine, command[0]) === undefined);
  const missing = findMissing();
  if (missing.length === 0) return { pack };
  const problem = installPackages(machine, [...new Set(missing.map((each) => each.package))]);
  return findMissing().length === 0 ? { pack } : { problem: problem ?? 'a package does not hold its program' };
}

function pack(format, bytes) {
  const [command, ...args] = COMPRESSORS[format].command;
  const { stdout, status } = spawnSync(command, args, { input: bytes, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${command} failed`);
  return new Uint8Array(stdout);
}
