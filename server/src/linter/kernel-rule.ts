/** What the rules about kernels share: the image that is loaded, and the verdict of whoever loads it. */
import { judgeFor } from '../facts/gather';
import { factOf, type FileFact } from '../facts/host-facts';
import { findKernelUse, type KernelUse } from '../facts/kernel-use';
import type { ImageReport } from '../kernel/inspect';
import type { Verdict } from '../kernel/judge';
import type { RuleContext } from './rule';

export interface JudgedKernel {
  readonly use: KernelUse;
  readonly fact: FileFact;
  readonly report: ImageReport;
  readonly verdict: Verdict;
}

/** The kernel, where its image was read and one of these loads it. */
export function judgeKernel({ model, facts }: RuleContext, loaders: readonly KernelUse['loader'][]): JudgedKernel | undefined {
  const use = findKernelUse(model);
  const fact = factOf(facts, use?.value.text);
  if (use === undefined || use.loader === 'qemu' || fact.state !== 'image' || !loaders.includes(use.loader)) return undefined;
  return { use, fact, report: fact.report, verdict: judgeFor(use.loader, fact.report, model.target.xen) };
}
