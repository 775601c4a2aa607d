/** The files of a workspace on this machine: configs, and the project files above them. */
import { message } from '../text/message';
import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ProjectHost } from '../lsp/project-files';
import type { WorkspaceHost } from '../lsp/workspace-files';
import { AllowedWatch } from './allowed-watch';
import { pathOfUri } from './file-uri';
import { findFirst, listUpwards } from './find-upwards';
import { listConfigs, listFilesBelow } from './list-configs';
import type { Reach } from './reach';
import { readTextFile } from './read-text-file';

/** A host over the files of this machine that are within reach. */
export function createWorkspaceHost(reach: Reach): ProjectHost & WorkspaceHost {
  let notify: () => void = () => undefined;
  const watch = new AllowedWatch(reach, () => {
    notify();
  });
  return {
    pathOf: pathOfUri,
    uriOf: (path) => pathToFileURL(path).href,
    listUpwards: (path, name) => reach.within(listUpwards(path, name)),
    async findFirst(paths) {
      const allowed = await Promise.all(paths.map((path) => reach.allows(path)));
      return findFirst(paths.filter((_path, index) => allowed[index]));
    },
    async read(path) {
      const result = await readTextFile(path);
      return result.kind === 'missing' ? { kind: 'unreadable', reason: message('is gone') } : result;
    },
    relativeTo: (base, file) => relative(dirname(base), file).split(sep).join('/'),
    resolveFrom: (base, path) => resolve(dirname(base), path),
    async listBelow(path) {
      const folder = dirname(path);
      return (await reach.allows(folder)) ? listFilesBelow(folder) : [];
    },
    watch: (owner, paths) => watch.set(owner, paths),
    onChange(listener) {
      notify = listener;
    },
    async listConfigs(uri) {
      const folder = pathOfUri(uri);
      if (folder === undefined) return [];
      return (await listConfigs(folder)).map(({ path, version }) => ({ uri: pathToFileURL(path).href, version }));
    },
    async readUri(uri) {
      const path = pathOfUri(uri);
      const result = path === undefined || !(await reach.allows(path)) ? undefined : await readTextFile(path);
      return result?.kind === 'text' ? result.text : undefined;
    },
  };
}
