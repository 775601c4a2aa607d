/**
 * Fetches real kernel images for tests, from the packages of Debian: nothing is
 * installed, only unpacked into the cache. Packages of other architectures come
 * through lists of their own, so the machine keeps its configuration.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './real-xl.mjs';

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

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28, ...options });
  return { isDone: result.status === 0, text: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}` };
}

/**
 * Makes the images ready.
 * @returns the folder with one folder for each architecture, or a sentence that says why there is none
 */
export function prepareKernelImages() {
  const root = join(CACHE, 'kernel-images');
  if (existsSync(join(root, 'complete'))) return { root };
  if (process.platform !== 'linux' || !run('apt-get', ['--version']).isDone)
    return { problem: 'kernel images come from packages of Debian' };
  rmSync(root, { recursive: true, force: true });
  for (const [arch, wanted] of Object.entries(WANTED)) {
    const problem = unpackArchitecture(arch, wanted, root);
    if (problem !== undefined) return { problem };
  }
  writeFileSync(join(root, 'complete'), '');
  return { root };
}

function unpackArchitecture(arch, { packages, metapackages, patterns }, root) {
  const apt = join(`${root}.apt`, arch);
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'packages']) mkdirSync(join(apt, folder), { recursive: true });
  const options = [
    `APT::Architecture=${arch}`,
    `APT::Architectures=${arch}`,
    `Dir::State=${join(apt, 'state')}`,
    `Dir::Cache=${join(apt, 'cache')}`,
    'Dir::State::status=/dev/null',
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  // One list that cannot be had does not matter as long as the packages are in the others.
  run('apt-get', [...options, 'update']);
  const real = metapackages.flatMap((name) => findDependency(run('apt-cache', [...options, 'depends', name]).text));
  const names = run('apt-cache', [...options, 'pkgnames', 'linux-image-']).text.split('\n');
  const matching = patterns.flatMap((pattern) =>
    names
      .filter((name) => pattern.test(name))
      .sort()
      .slice(-1),
  );
  const all = [...packages, ...real, ...matching];
  const fetched = run('apt-get', [...options, 'download', ...all], { cwd: join(apt, 'packages') });
  if (!fetched.isDone) return `the kernel packages for ${arch} cannot be had: ${fetched.text.trim().split('\n').at(-1)}`;
  const target = join(root, arch);
  mkdirSync(`${target}.new`, { recursive: true });
  for (const file of readdirSync(join(apt, 'packages'))) {
    const path = join(apt, 'packages', file);
    const listed = run('sh', [
      '-c',
      'dpkg-deb --fsys-tarfile "$1" | tar -C "$2" -x --wildcards $3 2>/dev/null; true',
      'sh',
      path,
      `${target}.new`,
      MEMBERS.join(' '),
    ]);
    if (!listed.isDone) return `${file} cannot be unpacked: ${listed.text.trim()}`;
  }
  renameSync(`${target}.new`, target);
  rmSync(apt, { recursive: true, force: true });
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
export function prepareCompressors() {
  const missing = Object.values(COMPRESSORS).filter(({ command }) => !run(command[0], ['--version']).isDone);
  if (missing.length > 0) run('apt-get', ['install', '-y', ...new Set(missing.map((each) => each.package))]);
  const still = missing.filter(({ command }) => !run(command[0], ['--version']).isDone);
  if (still.length > 0) return { problem: `there is no ${still.map(({ command }) => command[0]).join(', ')}` };
  return { pack };
}

function pack(format, bytes) {
  const [command, ...args] = COMPRESSORS[format].command;
  const { stdout, status } = spawnSync(command, args, { input: bytes, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${command} failed`);
  return new Uint8Array(stdout);
}
