/** Ways out of a kernel that does not boot. */
import { message } from '../../text/message';
import type { FileFact } from '../../facts/host-facts';
import type { KernelUse } from '../../facts/kernel-use';
import { describeImage } from '../../kernel/judge';
import type { Fix } from '../rule';

/** Takes another image of the folder, which does boot. */
export function chooseKernel(use: KernelUse, fact: FileFact): readonly Fix[] {
  const beside = fact.state === 'image' ? fact.beside : [];
  return beside.map(({ path, report }) => ({
    title: message('Use {path} ({kind})', { path, kind: describeImage(report) }),
    safety: 'review',
    edits: [{ range: use.value.range, newText: `"${path}"` }],
  }));
}

/** Boots the kernel that lies on the disk of the guest. */
export function usePygrub({ setting }: KernelUse): Fix {
  return {
    title: message('Boot the kernel on the disk of the guest with pygrub'),
    safety: 'review',
    edits: [{ range: setting.range, newText: 'bootloader = "pygrub"' }],
  };
}
