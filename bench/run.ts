/**
 * All benchmarks beside peers in the same run: `npm run bench` prints them and writes `docs/benchmarks.md` with its pictures.
 *
 * `npm run bench -- session parser` measures some parts, and writes nothing; `--beside FOLDER` adds the bundles of another checkout
 * to the session, and `--only WORD` chooses its contestants.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCommandLine } from './command-line';
import { ours, peersIn } from './contestants';
import { measureKernels } from './kernel';
import { measureParser } from './parse';
import { preparePeers } from './peers';
import { measureProfile } from './profile';
import { pictures, reportMarkdown, sectionMarkdown } from './report';
import type { Section } from './section';
import { measureSessions } from './session';

const DOCS = 'docs';
const { values, positionals } = parseArgs({ options: { beside: { type: 'string' }, only: { type: 'string' } }, allowPositionals: true });
const peers = preparePeers();

const PARTS: Readonly<Record<string, () => Promise<Section | undefined>>> = {
  session: () =>
    measureSessions(
      [
        ...ours('dist'),
        ...(values.beside === undefined ? [] : ours(join(values.beside, 'dist'), ' (beside)')),
        ...(peers === undefined ? [] : peersIn(peers)),
      ].filter(({ name }) => values.only === undefined || name.includes(values.only)),
    ),
  profile: measureProfile,
  'command-line': () => measureCommandLine(peers),
  parser: () => Promise.resolve(measureParser()),
  kernels: measureKernels,
};

const unknown = positionals.filter((name) => !(name in PARTS));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);

const sections: Section[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const section = await measure();
  if (section === undefined) process.stdout.write(`${name}: not measured, because this machine lacks what it is measured beside\n\n`);
  else {
    sections.push(section);
    process.stdout.write(`${sectionMarkdown(section)}\n\n`);
  }
}
if (positionals.length === 0) {
  writeFileSync(join(DOCS, 'benchmarks.md'), reportMarkdown(sections, new Date()));
  for (const [path, picture] of pictures(sections)) {
    mkdirSync(dirname(join(DOCS, path)), { recursive: true });
    writeFileSync(join(DOCS, path), picture);
  }
}
