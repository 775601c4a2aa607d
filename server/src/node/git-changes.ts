/**
 * Asks git which files differ from a commit. Only commands are used that read no content of files, because for that a
 * checkout can name programs to run, and what starts programs of its own is switched off.
 */
import { message, type Message } from '../text/message';
import { findProgram } from './find-program';

const ENVIRONMENT = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
const CONFIGURATION = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '-c', 'core.hooksPath=/dev/null'];
const MAX_OUTPUT = 256 * 1024 * 1024;
/** Names of what is there still, each ended by NUL. */
const NAMES = ['--name-only', '-z', '--no-renames', '--diff-filter=d', '--ignore-submodules'];

/**
 * The absolute paths of files that differ from where the branch left `reference`, or from the last commit.
 * @returns why git does not say, as a sentence
 */
export async function findChanges(reference: string | undefined): Promise<ReadonlySet<string> | Message> {
  const program = findProgram('git');
  if (program === undefined) return message('`--changed` needs git, which is not on PATH.');
  const git = (cwd: string, ...args: readonly string[]): Promise<string | undefined> => run(program, cwd, args);
  const top = (await git('.', 'rev-parse', '--show-toplevel'))?.trimEnd();
  if (top === undefined || top === '') return message('`--changed` needs a git checkout, and this folder is in none that git opens.');
  const base = await findBase((...args) => git(top, ...args), reference);
  if (base !== undefined && typeof base !== 'string') return base;
  const untracked = ['ls-files', '--others', '--exclude-standard', '-z'];
  const lists = await Promise.all(
    base === undefined
      ? [git(top, ...untracked, '--cached')]
      : [git(top, 'diff-index', '--cached', ...NAMES, base, '--'), git(top, 'diff-files', ...NAMES), git(top, ...untracked)],
  );
  if (lists.includes(undefined)) return message('git cannot say what has changed.');
  const names = lists.flatMap((list = '') => list.split('\0')).filter((name) => name !== '');
  return new Set(names.map((name) => `${top}/${name}`));
}

type Git = (...args: readonly string[]) => Promise<string | undefined>;

/** The commit to compare with; undefined where there is none yet. */
async function findBase(git: Git, reference: string | undefined): Promise<string | Message | undefined> {
  const find = async (name: string): Promise<string | undefined> =>
    (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`))?.trim();
  if (reference === undefined) return find('HEAD');
  const commit = await find(reference);
  if (commit === undefined || commit === '') return message('git knows no commit `{reference}` here.', { reference });
  const base = (await git('merge-base', commit, 'HEAD'))?.trim();
  if (base !== undefined && base !== '') return base;
  return message('`{reference}` and HEAD have no commit in common here. A shallow checkout has to fetch more of the history.', {
    reference,
  });
}

/** @returns undefined where the command fails */
async function run(program: string, cwd: string, args: readonly string[]): Promise<string | undefined> {
  const { execFile } = await import('node:child_process');
  const options = { cwd, env: { ...process.env, ...ENVIRONMENT }, maxBuffer: MAX_OUTPUT, windowsHide: true };
  return new Promise((done) => {
    execFile(program, [...CONFIGURATION, ...args], options, (error, output) => {
      done(error === null ? output : undefined);
    });
  });
}
