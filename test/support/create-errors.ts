/** What libxl is expected to refuse, as short texts for tables. */
import assert from 'node:assert/strict';
import type { Architecture } from '../../server/src/schema/target';
import type { XenVersion } from '../../server/src/schema/xen-version';
import { analyze, DEFAULT_SETTINGS } from './check';

/** The beginning of a config of each type, complete but for what a test adds. */
export const HEADS = {
  hvm: 'name = "d"\nmemory = 512\ntype = "hvm"\n',
  pv: 'name = "d"\nmemory = 512\ntype = "pv"\nkernel = "/boot/vmlinuz"\n',
  pvh: 'name = "d"\nmemory = 512\ntype = "pvh"\nkernel = "/boot/vmlinuz"\n',
} as const;

/** The errors of the stage `create` in a text are those that are listed, each as `rule-id: the text that it marks`. */
export function expectCreateErrors(
  text: string,
  expected: readonly string[] = [],
  { xen = '4.17', arch = 'x86' }: { readonly xen?: XenVersion; readonly arch?: Architecture } = {},
): void {
  const { findings } = analyze(text, { ...DEFAULT_SETTINGS, target: { xen, arch } });
  const errors = findings.filter(({ severity, stage }) => severity === 'error' && stage === 'create');
  const found = errors.map(({ ruleId, range }) => `${ruleId}: ${text.slice(range.start, range.end)}`);
  assert.deepEqual(found.sort(), [...expected].sort(), `Xen ${xen}, ${arch}:\n${text}`);
}
