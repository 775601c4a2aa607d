/**
 * Finds circles of modules: a circle is one module that is hard to read. Imports of types count too, which the rules of
 * linters pass over, in one form or another. Arguments name folders; none means all of ours.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOTS = ['server/src', 'client/src', 'protocol', 'recognition', 'test', 'bench', 'scripts'];

const roots = process.argv.length > 2 ? process.argv.slice(2) : ROOTS;
const files = roots
  .flatMap((root) => readdirSync(root, { recursive: true }).map((file) => join(root, file)))
  .filter((file) => /\.m?ts$|\.mjs$/.test(file))
  .sort();
const known = new Set(files);

function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles.flatMap(({ fileName }) => {
    const path = join(dirname(file), fileName);
    return [path, `${path}.ts`, join(path, 'index.ts')].filter((each) => known.has(each));
  });
}

const done = new Set();
const circles = [];

/** Follows the imports of a file; whoever is met again on the way back up closes a circle. */
function follow(file, path) {
  if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
  if (path.includes(file) || done.has(file)) return;
  for (const imported of importsOf(file)) follow(imported, [...path, file]);
  done.add(file);
}

for (const file of files) follow(file, []);
for (const circle of circles) process.stderr.write(`A circle of imports: ${circle.join(' → ')}\n`);
process.exit(circles.length === 0 ? 0 : 1);
