/** The files that open documents name: looking at them, and noticing when they change. */
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mapPath } from '../../facts/map-path';
import type { FileAccess } from '../../lsp/session';
import { pathOfUri } from '../file-uri';
import { FolderReader } from '../folder-host';
import type { Reach } from '../reach';
import { FileWatch } from './file-watch';
import type { KernelInspector } from './kernel-inspector';
import { createFileHost } from './node-file-host';

export function createFileAccess(inspector: KernelInspector, reach: Reach): FileAccess {
  let notify: () => void = () => undefined;
  const folders = new FolderReader(reach);
  const fileWatch = new FileWatch(() => {
    notify();
  });
  /** The last call for each document: finding out what is within reach takes its time. */
  const asked = new Map<string, readonly string[]>();
  const watchAllowed = async (owner: string, paths: readonly string[], roots: Readonly<Record<string, string>>): Promise<void> => {
    asked.set(owner, paths);
    const local = paths.map((path) => mapPath(path, roots).path);
    // A folder is watched where the file is missing.
    const allowed = await Promise.all(local.map(async (path) => (await reach.allows(path)) && reach.allows(dirname(path))));
    if (asked.get(owner) !== paths) return;
    asked.delete(owner);
    fileWatch.set(
      owner,
      local.filter((_path, index) => allowed[index]),
    );
  };
  return {
    hostFor: (roots) => createFileHost(inspector, roots, reach),
    foldersFor: (roots) => folders.hostFor(roots, createFileHost(inspector, roots, reach)),
    onChange(listener) {
      notify = listener;
    },
    watch(owner, paths, roots) {
      void watchAllowed(owner, paths, roots);
    },
    uriOf: (path, roots) => pathToFileURL(mapPath(path, roots).path).href,
    async inspect(uri) {
      const path = pathOfUri(uri);
      const file = path === undefined ? undefined : await inspector.inspect(path);
      return file?.kind === 'image' ? file.report : undefined;
    },
  };
}
