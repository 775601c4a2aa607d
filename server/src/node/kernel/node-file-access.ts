/** The files that open documents name: looking at them, and noticing when they change. */
import { pathToFileURL } from 'node:url';
import { mapPath } from '../../facts/map-path';
import type { FileAccess } from '../../lsp/session';
import { AllowedWatch } from '../allowed-watch';
import { pathOfUri } from '../file-uri';
import { FolderReader } from '../folder-host';
import type { Reach } from '../reach';
import type { KernelInspector } from './kernel-inspector';
import { createFileHost } from './node-file-host';

export function createFileAccess(inspector: KernelInspector, reach: Reach): FileAccess {
  let notify: () => void = () => undefined;
  const folders = new FolderReader(reach);
  const fileWatch = new AllowedWatch(reach, () => {
    notify();
  });
  return {
    hostFor: (roots) => createFileHost(inspector, roots, reach),
    foldersFor: (roots) => folders.hostFor(roots, createFileHost(inspector, roots, reach)),
    onChange(listener) {
      notify = listener;
    },
    watch(owner, paths, roots) {
      void fileWatch.set(
        owner,
        paths.map((path) => mapPath(path, roots).path),
      );
    },
    uriOf: (path, roots) => pathToFileURL(mapPath(path, roots).path).href,
    async inspect(uri) {
      const path = pathOfUri(uri);
      const file = path === undefined ? undefined : await inspector.inspect(path);
      return file?.kind === 'image' ? file.report : undefined;
    },
  };
}
