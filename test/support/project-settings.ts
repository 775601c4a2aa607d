/** The settings of a config under a project file, as the editor and the command line make them. */
import assert from 'node:assert/strict';
import type { DocumentSettings } from '../../server/src/language-service';
import { parseProjectFile, settingsFor } from '../../server/src/project/project-file';
import { NOTHING_SAID, resolveSettings } from '../../server/src/project/resolve-settings';

/** @param path of the config from the folder of the project file */
export function settingsUnder(project: object, path = 'web1.cfg'): DocumentSettings {
  const file = parseProjectFile(JSON.stringify({ migration: 'ignored', ...project }));
  assert.deepEqual(file.problems, []);
  return resolveSettings(settingsFor(file, path), NOTHING_SAID, NOTHING_SAID);
}
