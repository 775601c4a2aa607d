/** Writes everything that follows from the schema and the rules; `--check` only compares. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { generateFiles } from './generated-files';

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const { path, content } of await generateFiles()) {
  const options = (await resolveConfig(path)) ?? {};
  const wanted = path.endsWith('.md') || path === 'NOTICE' ? content : await format(content, { ...options, filepath: path });
  const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (present === wanted) continue;
  stale.push(path);
  if (!isCheck) writeFileSync(path, wanted);
}
if (isCheck && stale.length > 0) {
  process.stderr.write(`These files are stale: ${stale.join(', ')}\nRun: npm run generate\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(stale.length === 0 ? 'All generated files are up to date\n' : `Written: ${stale.join(', ')}\n`);
}
