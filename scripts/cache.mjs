/** The folder for what tests fetch once and keep, which several processes may fill at once. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Where things are kept. */
export const CACHE = process.env.XLCFG_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'xlcfg');

/** Milliseconds after which an unfinished folder is one that a killed process left. */
const ABANDONED = 24 * 60 * 60_000;

/**
 * Makes a folder complete. It is filled under another name and renamed at the
 * end, so that it is never seen half full, and the first of several processes wins.
 * @param marker a path in the folder that tells that it is complete
 * @param fill gets the folder to fill; a sentence that it returns is why it cannot
 * @returns undefined, or that sentence
 */
export function fillOnce(folder, marker, fill) {
  const isComplete = () => existsSync(join(folder, marker));
  if (isComplete()) return undefined;
  mkdirSync(dirname(folder), { recursive: true });
  removeAbandoned(folder);
  const temporary = mkdtempSync(`${folder}.new-`);
  try {
    const problem = fill(temporary);
    if (problem !== undefined) return problem;
    if (!isComplete()) replaceFolder(temporary, folder, isComplete);
    return undefined;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function replaceFolder(source, target, isComplete) {
  try {
    renameSync(source, target);
  } catch (error) {
    if (isComplete()) return;
    if (!existsSync(target)) throw error;
    rmSync(target, { recursive: true, force: true });
    replaceFolder(source, target, isComplete);
  }
}

function removeAbandoned(folder) {
  const parent = dirname(folder);
  for (const name of readdirSync(parent).filter((each) => each.startsWith(`${basename(folder)}.new-`))) {
    const path = join(parent, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (changed < Date.now() - ABANDONED) rmSync(path, { recursive: true, force: true });
  }
}
