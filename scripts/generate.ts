/** Writes everything that follows from the schema and the rules; `--check` only compares. */
import { generateFiles } from './generated-files';
import { writeGenerated } from './write-generated';

await writeGenerated(await generateFiles());
