/** The files that open documents name: looking at them, and noticing when they change. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mapPath } from '../../facts/map-path';
import type { FileAccess } from '../../lsp/session';
import { FileWatch } from './file-watch';
import type { KernelInspector } from './kernel-inspector';
import { createFileHost } from './node-file-host';

export function createFileAccess(inspector: KernelInspector): FileAccess {
  let notify: () => void = () => undefined;
  const fileWatch = new FileWatch(() => {
    notify();
  });
  return {
    hostFor: (roots) => createFileHost(inspector, roots),
    onChange(listener) {
      notify = listener;
    },
    watch(owner, paths, roots) {
      fileWatch.set(
        owner,
        paths.map((path) => mapPath(path, roots).path),
      );
    },
    uriOf: (path, roots) => pathToFileURL(mapPath(path, roots).path).href,
    async inspect(uri) {
      if (!uri.startsWith('file:')) return undefined;
      const file = await inspector.inspect(fileURLToPath(uri));
      return file.kind === 'image' ? file.report : undefined;
    },
  };
}
