/** The files that open documents name: looking at them, and noticing when they change. */
import { type FSWatcher, watch } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mapPath } from '../../facts/map-path';
import type { FileAccess } from '../../lsp/session';
import type { KernelInspector } from './kernel-inspector';
import { createFileHost } from './node-file-host';

/** A package manager writes a kernel in many steps, so the last of them is waited for, in milliseconds. */
const DEBOUNCE = 500;
const MAX_WATCHED = 100;

export function createFileAccess(inspector: KernelInspector): FileAccess {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let notify: () => void = () => undefined;
  const onEvent = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      notify();
    }, DEBOUNCE);
  };
  return {
    hostFor: (roots) => createFileHost(inspector, roots),
    watch(paths, roots, onChange) {
      notify = onChange;
      for (const local of paths.map((path) => mapPath(path, roots).path)) {
        if (watchers.has(local) || watchers.size >= MAX_WATCHED) continue;
        const watcher = tryWatch(local, onEvent);
        if (watcher === undefined) continue;
        watchers.set(local, watcher);
        // After a file is replaced by another, the watcher still holds the old one.
        watcher.on('change', (kind) => {
          if (kind === 'rename') forget(watchers, local);
        });
        watcher.on('error', () => {
          forget(watchers, local);
        });
      }
    },
    uriOf: (path, roots) => pathToFileURL(mapPath(path, roots).path).href,
    async inspect(uri) {
      if (!uri.startsWith('file:')) return undefined;
      const file = await inspector.inspect(fileURLToPath(uri));
      return file.kind === 'image' ? file.report : undefined;
    },
  };
}

function forget(watchers: Map<string, FSWatcher>, path: string): void {
  watchers.get(path)?.close();
  watchers.delete(path);
}

function tryWatch(path: string, onEvent: () => void): FSWatcher | undefined {
  try {
    return watch(path, { persistent: false }, onEvent);
  } catch {
    return undefined;
  }
}
