/** Finds circles of modules, imports of types included: a circle is one module that is hard to read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOTS = ['server/src', 'client/src', 'protocol'];

const files = ROOTS.flatMap((root) => readdirSync(root, { recursive: true }).map((file) => join(root, file))).filter((file) =>
  file.endsWith('.ts'),
);
const importsOf = new Map(
  files.map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
    return [file, importedFiles.map(({ fileName }) => join(dirname(file), `${fileName}.ts`)).filter(existsSync)];
  }),
);

const done = new Set();
const circles = [];

/** Follows the imports of a file; whoever is met again on the way back up closes a circle. */
function follow(file, path) {
  if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file]);
  if (path.includes(file) || done.has(file)) return;
  for (const imported of importsOf.get(file) ?? []) follow(imported, [...path, file]);
  done.add(file);
}

for (const file of files) follow(file, []);
for (const circle of circles) process.stderr.write(`A circle of imports: ${circle.join(' → ')}\n`);
process.exit(circles.length === 0 ? 0 : 1);
