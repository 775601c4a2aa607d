/** What is left out of the comparison with the real xl, each with its reason. */
import type { JsonObject } from '../../server/src/text/json';
import { removeAt, valueAt } from '../../server/src/text/json';

/** Fields of the domain that depend on the moment or the host, or that xl fills from memory it never wrote. */
const FIELDS: readonly { readonly at: string; readonly when?: (text: string) => boolean; readonly reason: string }[] = [
  { at: 'c_info.uuid', when: (text) => !/^uuid *= *"/m.test(text), reason: 'random where the config sets none' },
  { at: 'b_info.type.hvm.ms_vm_genid', reason: 'random' },
  { at: 'b_info.type.hvm.rdm', reason: 'xlu_rdm_parse hands back a policy that it never set' },
  {
    at: 'b_info.kernel',
    when: (text) => /^firmware *=/m.test(text) && !/^kernel *=/m.test(text),
    reason: 'the folder of the firmware is chosen when Xen is built',
  },
];

/** Takes the fields that cannot be compared out of a domain. */
export function dropIncomparable(domain: JsonObject, text: string): void {
  // The policy that xlu_rdm_parse never set is handed on to every device.
  const devices = /^rdm *=/m.test(text) ? domain['pcidevs'] : undefined;
  if (Array.isArray(devices)) for (const device of devices as JsonObject[]) removeAt(device, 'rdm_policy');
  for (const { at, when } of FIELDS) if (when?.(text) !== false && valueAt(domain, at) !== undefined) removeAt(domain, at);
}

/** Texts over which xl reads memory that it never wrote, so that no answer is right. */
export const UNDEFINED_BEHAVIOUR: Readonly<Record<string, { readonly pattern: RegExp; readonly reason: string }>> = {
  pci: {
    pattern: /(?:^|["=])[0-9a-f]+:[0-9a-f:]*(?![0-9a-f:.])/i,
    reason: 'parse_bdf goes on where scanf stopped, even if it never got there, for an address without a function',
  },
  vif: {
    pattern: /mac=(?:[0-9a-f]+[^0-9a-f"]){4}[0-9a-f]+,*"/i,
    reason: 'parse_nic_config looks for the sixth byte of an address after the end of the string',
  },
  vnuma: {
    pattern: /vcpus=(?!\d+(?:[,-]\d+)*")|0-1\d|size[^"]*==|vdistances=[^"]*,[^"]*,|pnode=\s*(?:\d{2}|[89])/,
    reason:
      'parse_vnuma_config uses the numbers of a range that it could not read, and writes distances after the end of its array; and the nodes of the host are few',
  },
  vdispl: {
    pattern: /connectors=(?:[^",]*;)?[^":;,]*(?:[;",]|$)/,
    reason: 'parse_vdispl_config scans a resolution that is not there, for a connector without a colon',
  },
};

/** Lines on standard error that say nothing about the config. */
export const IDLE_MESSAGES: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /^got a tsc mode string: /, reason: 'a left-over of debugging, printed for right values too' },
  {
    pattern: /^(?:double free|free\(\)|malloc|corrupted |munmap_chunk|xl: .*: Assertion)/,
    reason: 'the C library about a crash, which the verdict covers',
  },
  { pattern: /^warning: /, reason: 'advice about Python that follows the message about the syntax' },
  { pattern: /^Failed to parse config: Invalid argument$/, reason: 'follows the message about the syntax' },
];
