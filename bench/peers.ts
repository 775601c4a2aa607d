/** The servers that ours is measured beside: fetched into the cache, never a dependency of the project. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../scripts/cache.mjs';
import { runNpm } from '../scripts/npm.mjs';

const PACKAGES = [
  'yaml-language-server',
  'dockerfile-language-server-nodejs',
  'dockerfilelint',
  'vscode-langservers-extracted',
  'tombi',
] as const;

/** The folder of the installed peers; undefined where they cannot be had. */
export function preparePeers(): string | undefined {
  const folder = join(CACHE, 'bench');
  const modules = join(folder, 'node_modules');
  mkdirSync(folder, { recursive: true });
  if (PACKAGES.every((name) => existsSync(join(modules, name)))) return modules;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { isDone } = runNpm(['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES], { cwd: folder });
  return isDone ? modules : undefined;
}

/** The middle of the values, and the one that 95 of 100 do not exceed. */
export function quantiles(values: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
