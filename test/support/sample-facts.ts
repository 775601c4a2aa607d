/** Images that tests and rule pages can name: what each path holds is the same everywhere. */
import type { FileFact, HostFacts } from '../../server/src/facts/host-facts';
import type { Codecs } from '../../server/src/kernel/codecs';
import { bytesSource } from '../../server/src/kernel/byte-source';
import { inspectImage } from '../../server/src/kernel/inspect';
import { makeBzImage, makeElf, PV_NOTES, PVH_NOTE } from './tiny-images';

const NO_CODECS: Codecs = {
  gunzip: () => {
    throw new Error('none of the samples is packed');
  },
  unzstd: undefined,
};

function textBytes(text: string, size: number, at = 0): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(text), at);
  return bytes;
}

function arm64Image(): Uint8Array {
  return textBytes('ARM\x64', 4096, 0x38);
}

/** By the path that a config writes. */
export const SAMPLE_IMAGES: Readonly<Record<string, Uint8Array>> = {
  '/boot/vmlinuz-6.1.0-amd64': makeBzImage({ payload: makeElf({ notes: [...PV_NOTES, PVH_NOTE] }) }),
  '/boot/vmlinuz-pvh-only': makeBzImage({ payload: makeElf({ notes: [PVH_NOTE] }) }),
  '/boot/vmlinuz-pv-only': makeElf({ notes: PV_NOTES }),
  '/boot/vmlinuz-pv32': makeElf({ bits: 32, machine: 3, notes: [...PV_NOTES, { type: 9, value: 'yes' }] }),
  '/boot/memtest86+x64.bin': makeBzImage({ payload: new Uint8Array(64), version: 'Memtest86+' }),
  '/boot/Image': arm64Image(),
  '/boot/initrd.img': textBytes('070701', 4096),
  '/usr/lib/xen/boot/hvmloader': makeElf({ bits: 32, machine: 3 }),
  '/srv/images/disk.qcow2': Uint8Array.from([0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3]),
  '/srv/images/debian.iso': textBytes('CD001', 0x9000, 0x8001),
};

const MISSING = ['/boot/no-such-kernel', '/srv/images/no-such-disk'];

/** Missing as well, beside a file that may be meant. */
const SLIPS: Readonly<Record<string, string>> = {
  '/boot/vmlinux-6.1.0-amd64': '/boot/vmlinuz-6.1.0-amd64',
  '/srv/images/dsik.qcow2': '/srv/images/disk.qcow2',
};

const KERNEL = '/boot/vmlinuz-6.1.0-amd64';

function reportOf(bytes: Uint8Array) {
  return inspectImage(bytesSource(bytes), NO_CODECS);
}

/** What is found out about the samples; the memory test has a kernel beside it. */
export const SAMPLE_FACTS: HostFacts = {
  files: new Map<string, FileFact>([
    ...Object.entries(SAMPLE_IMAGES).map(([path, bytes]) => {
      const neighbours = path.includes('memtest') ? [{ path: KERNEL, report: reportOf(SAMPLE_IMAGES[KERNEL] ?? new Uint8Array()) }] : [];
      return [path, { state: 'image', report: reportOf(bytes), beside: neighbours }] as const;
    }),
    ...MISSING.map((path) => [path, { state: 'missing' }] as const),
    ...Object.entries(SLIPS).map(([path, near]) => [path, { state: 'missing', near: [near] }] as const),
  ]),
  places: new Map([
    ['/sys/class/net/xenbr0', true],
    ['/sys/class/net/no-such-bridge', false],
    ['/sys/bus/pci/devices/0000:e1:00.0', true],
    ['/sys/bus/pci/drivers/pciback/0000:e1:00.0', true],
    ['/sys/bus/pci/devices/0000:e2:00.0', true],
    ['/sys/bus/pci/drivers/pciback/0000:e2:00.0', false],
    ['/sys/bus/pci/devices/0000:ff:1f.7', false],
  ]),
};
