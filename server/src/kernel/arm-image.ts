/** Kernels of Arm machines that Xen's tools load (xg_dom_armzimageloader.c). */
import { ByteReader } from './byte-reader';
import type { ByteSource } from './byte-source';

const ARM64_MAGIC = 0x644d5241;
const ARM64_BRANCH = 0x14000008;
const ARM64_MIN_SIZE = 64;
const ARM32_MAGIC = 0x016f2818;
const ARM32_MIN_SIZE = 48;

/** For which of the two machines the tools would load it. */
export function findArmMachine(source: ByteSource): 'arm64' | 'arm32' | undefined {
  const reader = new ByteReader(source);
  const isArm64 = reader.u32(0x38) === ARM64_MAGIC || reader.u32(0) === ARM64_BRANCH;
  if (source.size >= ARM64_MIN_SIZE && isArm64) return 'arm64';
  return source.size >= ARM32_MIN_SIZE && reader.u32(0x24) === ARM32_MAGIC ? 'arm32' : undefined;
}
