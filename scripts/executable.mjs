/** Makes the command line one file that needs no Node on the machine, for a dom0: `npm run executable`. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, EXECUTABLE_BUNDLE } from './bundles.mjs';
import { lastLine, run, THIS_MACHINE } from './machine.mjs';

export const EXECUTABLE = 'out/xlcfg';

const WORK = 'out/executable';
/** Node has it in the place for what is put into it, and a Node that distributions split into libraries has none. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
/** The first release of Node that puts the assets into its copy by itself. */
const BUILDS_ALONE = [25, 5];

/**
 * Builds the executable, from the Node that runs this.
 * @returns undefined, or why there is none
 */
export async function buildExecutable(machine = THIS_MACHINE) {
  if (machine.platform !== 'linux') return 'it is for Linux, and is built there';
  if (!readFileSync(machine.node).includes(`${FUSE}:0`)) return `${machine.node} takes no programs into itself`;
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  const bundles = [EXECUTABLE_BUNDLE, BUNDLES.find(({ entryPoints }) => 'kernel-worker' in entryPoints)];
  await Promise.all(bundles.map((bundle) => build({ ...bundle, outdir: WORK, minify: true })));
  const config = join(WORK, 'config.json');
  const isAlone = isAtLeast(process.versions.node, BUILDS_ALONE);
  writeFileSync(config, JSON.stringify(describe(isAlone ? EXECUTABLE : join(WORK, 'blob'), compileAhead(machine))));
  return isAlone ? attempt(machine, ['--build-sea', config]) : (attempt(machine, ['--experimental-sea-config', config]) ?? inject(machine));
}

function isAtLeast(version, [major, minor]) {
  const [ownMajor, ownMinor] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/**
 * What V8 compiles while the program checks the examples.
 * @returns the path of it, without the line that says what it was made of
 */
function compileAhead(machine) {
  const cache = resolve(WORK, 'cache');
  const env = { ...machine.env, XDG_CACHE_HOME: cache };
  delete env.NODE_DISABLE_COMPILE_CACHE;
  spawnSync(machine.node, [join(WORK, 'start-executable.js'), 'check', 'examples'], { env, stdio: 'ignore' });
  const folder = join(cache, 'xlcfg', 'code-cache');
  const kept = readFileSync(join(folder, readdirSync(folder)[0]));
  const path = join(WORK, 'executable-main.bin');
  writeFileSync(path, kept.subarray(kept.indexOf('\n') + 1));
  return path;
}

/** What Node is told to put into the executable. */
function describe(output, compiled) {
  const files = ['start-executable.js', 'executable-main.js', 'kernel-worker.js'].map((name) => join(WORK, name));
  const pages = readdirSync('docs/rules').map((name) => [`rules/${name}`, join('docs/rules', name)]);
  return {
    main: join(WORK, 'start-executable.js'),
    output,
    disableExperimentalSEAWarning: true,
    assets: Object.fromEntries([...[...files, compiled].map((path) => [basename(path), path]), ...pages]),
  };
}

function inject(machine) {
  rmSync(EXECUTABLE, { force: true });
  copyFileSync(machine.node, EXECUTABLE);
  chmodSync(EXECUTABLE, 0o755);
  const postject = 'node_modules/postject/dist/cli.js';
  return attempt(machine, [postject, EXECUTABLE, 'NODE_SEA_BLOB', join(WORK, 'blob'), '--sentinel-fuse', FUSE]);
}

function attempt(machine, args) {
  const { isDone, text } = run(machine, machine.node, args);
  return isDone ? undefined : lastLine(text);
}

// Tests take the function, in a bundle of their own.
if (/[\\/]executable\.mjs$/.test(process.argv[1])) {
  const problem = await buildExecutable();
  process.stdout.write(problem === undefined ? `${EXECUTABLE} written\n` : `Skipped: the executable: ${problem}\n`);
}
