/**
 * What libxl says of a running domain beyond its config: it keeps the config as xl made it, and writes into it what it made up
 * (libxl_internal.c, libxl__update_domain_configuration; libxl_domain.c, retrieve_domain_configuration_end).
 */
import type { DomainModel } from '../model/domain-model';
import type { OptionName } from '../options/index';

interface RunTimeField {
  /** The path without devices, or the beginning of one that ends with a dot. */
  readonly at: string;
  /** Only where the config has one of these options. */
  readonly beside?: readonly OptionName[];
}

const FIELDS: readonly RunTimeField[] = [
  // Numbers and names that are given to a domain when it is made.
  ...['c_info.domid', 'c_info.uuid', 'b_info.type.hvm.ms_vm_genid', 'nics.mac', 'vtpms.uuid'].map((at) => ({ at })),
  // Defaults that are written down because later commands need them.
  ...['b_info.video_memkb', 'b_info.arch_x86.msr_relaxed', 'b_info.type.hvm.pirq', 'nics.nictype'].map((at) => ({ at })),
  ...['disks.colo_restore_enable', 'b_info.sched_params.'].map((at) => ({ at })),
  // What a domain has now, whether the config speaks of it or not.
  ...['b_info.target_memkb', 'b_info.max_memkb', 'b_info.avail_vcpus'].map((at) => ({ at })),
  // The folder of these programs is chosen when Xen is built.
  { at: 'b_info.kernel', beside: ['firmware'] },
  // xl hands on a policy that it never set.
  ...['b_info.type.hvm.rdm.policy', 'pcidevs.rdm_policy'].map((at): RunTimeField => ({ at, beside: ['rdm'] })),
];

/** Whether a field that only the running domain has says nothing about the config. */
export function isRunTimeField(kind: string, { byName }: DomainModel): boolean {
  if (kind.endsWith('.devid')) return true;
  return FIELDS.some(({ at, beside }) => {
    const isMeant = at.endsWith('.') ? kind.startsWith(at) : kind === at;
    return isMeant && (beside === undefined || beside.some((name) => byName.has(name)));
  });
}

/** Whether a running domain lacks a field without being another one: what is said for another scheduler is not kept. */
export function isLostField(kind: string): boolean {
  return kind.startsWith('b_info.sched_params.');
}

/** Passwords, under whatever display they are. */
export function isSecretField(kind: string): boolean {
  return /(?:^|\.)passwd$/.test(kind);
}
