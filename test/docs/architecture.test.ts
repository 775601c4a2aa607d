/** What the documentation says of the code is what the code says of itself. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LAYERS } from '../../scripts/layers.mjs';
import { STYLE_KEYS } from '../../server/src/format/style';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

function readAll(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
    .join('\n');
}

test('ARCHITECTURE.md shows the layers that lint enforces', () => {
  const table = /<!-- layers -->([^]*)<!-- \/layers -->/.exec(readFileSync('ARCHITECTURE.md', 'utf8'))?.[1] ?? '';
  const rows = [...table.matchAll(/^\| ([a-z][a-z-]*) \|(.*)\|$/gm)].map(([, layer = '', allowed = '']) => [
    layer,
    allowed.split(',').map((each) => each.trim()).filter((each) => each !== ''),
  ]);
  assert.deepEqual(rows, Object.entries(LAYERS));
});

test('every folder of the server is a layer', () => {
  const folders = readdirSync('server/src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) assert.ok(name in LAYERS, name);
});

test('every command and setting of the manifest is one that the code knows, and the other way round', () => {
  const client = readAll('client/src');
  for (const { command } of manifest.contributes.commands) assert.ok(client.includes(`'${command}'`), command);
  const server = readAll('server/src/lsp');
  for (const [name, { scope }] of Object.entries(manifest.contributes.configuration.properties)) {
    const key = name.replace('xlcfg.', '');
    const isStyle = STYLE_KEYS.some((style) => key === `format.${style}`);
    const isKnown = isStyle || client.includes(`'${key}'`) || server.includes(`'${key}'`) || key === 'trace.server';
    assert.ok(isKnown, name);
    const isRestricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(name);
    // What names a program is said for a machine, by its owner alone.
    assert.equal(scope === 'machine', isRestricted, name);
    assert.ok(scope === 'resource' || isRestricted || key === 'trace.server', `${name} can be set for a folder`);
  }
});

test('the files that the manifest and the README name are there', () => {
  for (const path of [manifest.icon, 'LICENSE', 'CHANGELOG.md', ...Object.values(manifest.bin), manifest.main]) assert.ok(existsSync(path), path);
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
  for (const link of links) assert.ok(existsSync(link), link);
});

test('every script that the manual names exists', () => {
  const named = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  for (const name of named) assert.ok(name in manifest.scripts, name);
});
