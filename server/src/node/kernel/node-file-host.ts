/** Looks at the files that configs name, on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { FileHost, LookedAt } from '../../facts/gather';
import { mapPath } from '../../facts/map-path';
import { listFiles } from '../folder-host';
import type { Reach } from '../reach';
import type { KernelInspector } from './kernel-inspector';

/** Present where Xen runs and this is dom0 or another domain with its tools. */
const XEN_MARK = '/proc/xen/capabilities';
/** What it says in dom0. */
const CONTROL_DOMAIN = 'control_d';

/**
 * A host over the files of this machine that are within reach.
 * @param roots absolute local folders for paths of dom0
 * @param system where the system shows its devices, the root of the machine but in tests
 */
export function createFileHost(inspector: KernelInspector, roots: Readonly<Record<string, string>>, reach: Reach, system = '/'): FileHost {
  const capabilities = readCapabilities(system);
  const isXenHost = capabilities !== undefined;
  const isControlDomain = capabilities?.includes(CONTROL_DOMAIN) === true;
  return {
    async inspect(path): Promise<LookedAt> {
      const { path: local, isMapped } = mapPath(path, roots);
      if (!(await reach.allows(local))) return { state: 'not-checked' };
      const file = await inspector.inspect(local);
      if (file.kind === 'image') return { state: 'image', report: file.report };
      // Elsewhere the path is one of another machine, so that nothing follows from its absence.
      if (!isMapped && !isXenHost) return { state: 'not-checked' };
      if (file.kind === 'unreadable') return { state: 'unreadable', reason: file.reason };
      return { state: 'missing', ...(isMapped ? { folder: dirname(local) } : {}) };
    },
    async listBeside(path) {
      const folder = posix.dirname(path);
      const local = mapPath(folder, roots).path;
      return (await reach.allows(local)) ? (await listFiles(local)).map((name) => posix.join(folder, name)) : [];
    },
    async hasPlace(place) {
      const local = join(system, place);
      return isControlDomain && (await reach.allows(local)) ? isThere(local) : undefined;
    },
  };
}

/** What Xen lets this machine do, as far as it can be read; undefined where there is no Xen. */
function readCapabilities(system: string): string | undefined {
  const mark = join(system, XEN_MARK);
  if (!existsSync(mark)) return undefined;
  try {
    return readFileSync(mark, 'utf8');
  } catch {
    return '';
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
