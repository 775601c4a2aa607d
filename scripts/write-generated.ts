/** Writes generated files in the format of the project, or, with `--check`, says which of them are stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** What stays as it was made. */
const UNFORMATTED = /\.(?:md|1|svg)$|^NOTICE$/;

/** Writes those that differ from what is there. */
export async function writeGenerated(files: readonly GeneratedFile[]): Promise<void> {
  const isCheck = process.argv.includes('--check');
  const stale: string[] = [];
  for (const { path, content } of files) {
    const options = (await resolveConfig(path)) ?? {};
    const wanted = UNFORMATTED.test(path) ? content : await format(content, { ...options, filepath: path });
    const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (present === wanted) continue;
    stale.push(path);
    if (!isCheck) writeFileSync(path, wanted);
  }
  if (stale.length === 0) return;
  process.stdout.write(`${isCheck ? 'Stale' : 'Written'}: ${stale.join(', ')}\n`);
  if (isCheck) process.stderr.write('Run: npm run generate\n');
  if (isCheck) process.exitCode = 1;
}
