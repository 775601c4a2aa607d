/** `npm run fleet -- DIR [DOMAINS [HOSTS [SEED]]]`: writes a made-up fleet, with a list of the conflicts that are planted in it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFleet } from './made-fleet';

const [folder, ...numbers] = process.argv.slice(2);
if (folder === undefined || existsSync(folder)) throw new Error('Usage: npm run fleet -- NEW_DIR [DOMAINS [HOSTS [SEED]]]');
const [domains = 10_000, hosts = 50, seed = 1] = numbers.map(Number);
const { files, planted } = makeFleet({ domains, hosts, seed });
for (const [path, text] of files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
writeFileSync(join(folder, 'planted.txt'), `${planted.join('\n')}\n`);
process.stdout.write(`${files.size} files, ${planted.length} findings planted\n`);
