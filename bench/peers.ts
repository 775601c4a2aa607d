/** The servers that ours is measured beside: fetched into the cache, never a dependency of the project. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../scripts/cache.mjs';
import { runNpm } from '../scripts/npm.mjs';

const PACKAGES = [
  'yaml-language-server@1.25.0',
  'dockerfile-language-server-nodejs@0.15.0',
  'dockerfilelint@1.8.0',
  'vscode-langservers-extracted@4.10.0',
  'tombi@0.11.7',
] as const;

/** The folder of the installed peers; undefined where they cannot be had. */
export function preparePeers(): string | undefined {
  const folder = join(CACHE, 'bench');
  const modules = join(folder, 'node_modules');
  mkdirSync(folder, { recursive: true });
  if (PACKAGES.every((name) => isInstalled(modules, name))) return modules;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { isDone } = runNpm(['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES], { cwd: folder });
  return isDone ? modules : undefined;
}

function isInstalled(modules: string, wanted: string): boolean {
  const [name = '', version] = wanted.split('@');
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version === version;
  } catch {
    return false;
  }
}
