/**
 * Prepares the real xl 4.17 of Debian as a judge for tests: unpacks its packages
 * into a cache folder and compiles the two small programs of test/oracle against
 * them. Nothing is installed, started or shipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

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

/** The folder for what tests fetch once and keep. */
export const CACHE = process.env.XLCFG_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'xlcfg');

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  return { isDone: result.status === 0, text: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}` };
}

/**
 * Makes the judge ready.
 * @returns paths of the programs, or a sentence that says why there are none
 */
export function prepareRealXl() {
  const root = join(CACHE, 'xen-4.17');
  if (!existsSync(join(root, 'usr/lib/xen-4.17/bin/xl'))) {
    const problem = unpackPackages(root);
    if (problem !== undefined) return { problem };
  }
  const libraries = [join(root, 'usr/lib/x86_64-linux-gnu'), join(root, 'usr/lib/xen-4.17/lib')];
  const include = join(root, 'usr/include');
  const reader = join(CACHE, 'read-config');
  const shim = join(CACHE, 'fake-hypervisor.so');
  const problem =
    compile('test/oracle/fake-hypervisor.c', shim, ['-shared', '-fPIC', `-I${include}`]) ??
    compile(
      'test/oracle/read-config.c',
      reader,
      [`-I${include}`],
      [`-L${libraries[0]}`, '-lxlutil', '-Wl,--unresolved-symbols=ignore-in-shared-libs'],
    );
  if (problem !== undefined) return { problem };
  return { xl: join(root, 'usr/lib/xen-4.17/bin/xl'), shim, reader, libraryPath: libraries.join(':') };
}

function unpackPackages(root) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the real xl is prepared on x86-64 Linux only';
  const download = `${root}.download`;
  rmSync(download, { recursive: true, force: true });
  mkdirSync(join(download, 'root'), { recursive: true });
  let fetched = run('apt-get', ['download', ...PACKAGES], { cwd: download });
  if (!fetched.isDone && run('apt-get', ['update']).isDone) fetched = run('apt-get', ['download', ...PACKAGES], { cwd: download });
  if (!fetched.isDone) return `the packages of xl 4.17 cannot be had: ${fetched.text.trim().split('\n').at(-1)}`;
  for (const file of readdirSync(download).filter((each) => each.endsWith('.deb'))) {
    const unpacked = run('dpkg', ['-x', join(download, file), join(download, 'root')]);
    if (!unpacked.isDone) return `${file} cannot be unpacked: ${unpacked.text.trim()}`;
  }
  rmSync(root, { recursive: true, force: true });
  renameSync(join(download, 'root'), root);
  rmSync(download, { recursive: true, force: true });
  return undefined;
}

function compile(source, output, before, after = []) {
  if (existsSync(output) && statSync(output).mtimeMs > statSync(source).mtimeMs) return undefined;
  let compiled = run('gcc', ['-O1', '-Wall', ...before, resolve(source), '-o', output, ...after]);
  if (!compiled.isDone && compiled.text.includes('ENOENT') && run('apt-get', ['install', '-y', 'gcc', 'libc6-dev']).isDone) {
    compiled = run('gcc', ['-O1', '-Wall', ...before, resolve(source), '-o', output, ...after]);
  }
  return compiled.isDone ? undefined : `${source} does not compile: ${compiled.text.trim().split('\n')[0]}`;
}
