/** The packages of others that end up in the bundles, and the notice that their licences ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from './bundles.mjs';

const LICENCE_FILE = /^(?:licen[cs]e|notice|copying)(?:[.-].*)?$/i;
/** A package may lie in the folder of another. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The folders of all packages of which something is bundled. */
export async function bundledPackages() {
  const results = await Promise.all(BUNDLES.map((bundle) => build({ ...bundle, write: false, metafile: true })));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = inputs.map((input) => PACKAGE_FOLDER.exec(input)?.[0]).filter((folder) => folder !== undefined);
  return [...new Set(folders)].sort();
}

/** What a package is called, and the texts of its licence. */
export function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length === 0) throw new Error(`${name} has no file with its licence; xlcfg cannot ship it`);
  return { name, version, license, texts };
}

/** The whole notice. */
export async function thirdPartyNotice() {
  const licences = (await bundledPackages()).map(licenceOf);
  const unique = [...new Map(licences.map((licence) => [`${licence.name} ${licence.version}`, licence]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const blocks = unique.map(([title, { license, texts }]) => `${'-'.repeat(80)}\n${title} (${license})\n\n${texts.join('\n\n')}\n`);
  return `xlcfg contains parts of the packages below, under their own licences.\n\n${blocks.join('\n')}`;
}
