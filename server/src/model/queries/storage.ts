/** What a path says of the storage behind it. */
import type { Disk } from '../../specs/disk/disk';

/**
 * `shared`: reached over the network, or replicated; `local`: surely of this host alone; `image`: a disc, which can be
 * ejected; `unknown`: the same path may lead to the same storage everywhere.
 */
export type StorageKind = 'shared' | 'local' | 'image' | 'unknown';

const NETWORK_SCRIPT = /(?:^|[-/])(?:drbd|iscsi|nbd|enbd|rbd|ceph|nfs|multipath)\b/;
const NETWORK_PATH = /^(?:\/dev\/(?:drbd|rbd|nbd|mapper\/mpath|disk\/by-path\/ip-)|(?:rbd|nbd|iscsi|drbd|sheepdog|gluster):)/;
/** Homes, temporary files and what is plugged in. */
const LOCAL_PATH = /^\/(?:root|home|tmp|var\/tmp|media|run|dev\/shm|dev\/(?:loop|sr|cdrom))(?:\/|\d|$)/;

/** What is known of the storage of a disk. */
export function storageOf({ target, isCdrom, parameters, prefixes }: Disk): StorageKind {
  if (isCdrom) return 'image';
  const words = [parameters.get('script')?.text ?? '', ...prefixes.map(({ text }) => text)];
  const path = target?.text ?? '';
  if (words.some((word) => NETWORK_SCRIPT.test(word)) || NETWORK_PATH.test(path)) return 'shared';
  return LOCAL_PATH.test(path) ? 'local' : 'unknown';
}
