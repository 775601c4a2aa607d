/** A machine that runs domains, as a project describes it. What is not said of it is not known, and nothing follows from it. */
import type { Architecture } from '../schema/target';
import type { XenVersion } from '../schema/xen-version';

export interface Host {
  readonly name: string;
  /** MiB that the machine has, those of dom0 included. */
  readonly memory?: number | undefined;
  /** MiB of them that dom0 keeps. */
  readonly dom0Memory?: number | undefined;
  /** Physical CPUs, as Xen counts them: threads. */
  readonly cpus?: number | undefined;
  /** NUMA nodes. */
  readonly nodes?: number | undefined;
  readonly xen?: XenVersion | undefined;
  readonly arch?: Architecture | undefined;
  /** The names of all bridges. */
  readonly bridges?: readonly string[] | undefined;
  /** The names of all CPU pools but `Pool-0`, which is always there. */
  readonly pools?: readonly string[] | undefined;
  /** Prefixes of paths that lead to storage which other hosts that name the same prefix reach too. */
  readonly sharedStorage?: readonly string[] | undefined;
  /** The PCI devices that domains may have, as `0000:03:10.0`. */
  readonly pci?: readonly string[] | undefined;
}
