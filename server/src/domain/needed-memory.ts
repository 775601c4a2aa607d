/** What a domain takes of the memory of its host, with what libxl adds to that of the guest. */
import { type JsonObject, valueAt } from '../text/json';
import { isSince } from '../schema/xen-version';
import type { Target } from '../schema/target';

/** What libxl assumes where a config says nothing, in KiB (libxl_create.c, libxl__domain_build_info_setdefault). */
const DEFAULT_MEMORY = 32 * 1024;
/** Pages for paging: for each CPU, and for each MiB on Arm that a guest has beside its memory (libxl_arch.h, EXTRA_DEFAULT_PAGING_MEM_MB). */
const PAGES_PER_CPU = 256;
const PAGES_ON_ARM = 128;
const PAGE = 4;
/** KiB beside that (libxl_internal.h, LIBXL_PV_EXTRA_MEMORY and LIBXL_HVM_EXTRA_MEMORY). */
const EXTRA = { pv: 1024, hvm: 2048 };
const LARGE_PAGE = 2 * 1024;

export interface DomainMemory {
  /** KiB that the guest has when it starts. */
  readonly atStart: number;
  /** KiB that it can grow to. */
  readonly most: number;
  /** KiB that the host needs to have free for it, at least; passthrough, stub domains and hosts without HAP need more. */
  readonly needed: number;
}

/**
 * The memory of a domain that `buildDomain` made, on a host with HAP.
 * Source: libxl_mem.c, libxl__domain_need_memory_calculate.
 */
export function memoryOf(domain: JsonObject, target: Target): DomainMemory {
  const number = (path: string): number | undefined => {
    const value = valueAt(domain, path);
    return typeof value === 'number' ? value : undefined;
  };
  const most = number('b_info.max_memkb') ?? DEFAULT_MEMORY;
  const atStart = number('b_info.target_memkb') ?? most;
  const paging = number('b_info.shadow_memkb') ?? pagingMemory(most, number('b_info.max_vcpus') ?? 1, target);
  const total = atStart + paging + (valueAt(domain, 'c_info.type') === 'pv' ? EXTRA.pv : EXTRA.hvm);
  return { atStart, most, needed: Math.ceil(total / LARGE_PAGE) * LARGE_PAGE };
}

/**
 * KiB that libxl sets aside for page tables where the config does not say.
 * Source: libxl_utils.c, libxl_get_required_shadow_memory; since 4.17 libxl_create.c, libxl__get_required_paging_memory, where
 * PV domains and those with HAP have one page for each MiB.
 */
function pagingMemory(most: number, cpus: number, { xen, arch }: Target): number {
  const mebibytes = Math.floor(most / 1024);
  if (!isSince(xen, '4.17')) return PAGE * (PAGES_PER_CPU * cpus + 2 * mebibytes);
  return PAGE * (PAGES_PER_CPU * cpus + mebibytes + (arch === 'arm' ? PAGES_ON_ARM : 0));
}
