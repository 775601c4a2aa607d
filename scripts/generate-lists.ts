/** Writes the modules that list the files of a folder; `--check` only compares. */
import { generateLists } from './generated-lists';
import { writeGenerated } from './write-generated';

await writeGenerated(generateLists());
