/** Hovers say what the numbers of addresses, interrupts and CPU lists mean. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverAt } from '../support/check';

const HEAD = 'name = "a"\nkernel = "/k"\nvcpus = 8\n';
const DECODED: readonly (readonly [line: string, meaning: string])[] = [
  ['irqs = [ "3$06" ]', '| Interrupt | 36 (0x24) |'],
  ['ioports = [ "2f$08-2ff" ]', '| I/O ports | 0x2f8 to 0x2ff (8 ports) |'],
  ['ioports = [ "3$0f8" ]', '| I/O ports | 0x3f8 |'],
  ['iomem = [ "fe0$000,100" ]', '| Memory of the host | 0xfe000000 to 0xfe0fffff (1 MiB) |'],
  ['iomem = [ "fe0$000,1@40000" ]', '| In the guest at | 0x40000000 to 0x40000fff (4 KiB) |'],
  ['pci = [ "01:00$0.1" ]', '| PCI device | segment 0000, bus 01, device 00, function 1 |'],
  ['pci = [ "0000:3b:00$0.*" ]', '| PCI device | segment 0000, bus 3b, device 00, all functions |'],
  ['cpus = "4-1$01"', '| CPUs | 4-11 (8) |'],
  ['cpus = "0-7$0,^3,12"', '| CPUs | 0-2, 4-7, 12 (8) |'],
];

for (const [line, meaning] of DECODED) {
  test(`${line} is decoded`, () => {
    const shown = hoverAt(`${HEAD}${line}\n`)?.replaceAll('`', '');
    assert.ok(shown?.includes(meaning), shown);
  });
}

for (const line of [
  'irqs = [ "x$0" ]',
  'cpus = "al$0l"',
  'cpus = "nodes:$00"',
  'pci = [ "zz$0" ]',
  'iomem = [ "fe0$000" ]',
  'ioports = [ "9-$01" ]',
]) {
  test(`of ${line} nothing is made up`, () => {
    assert.doesNotMatch(hoverAt(`${HEAD}${line}\n`) ?? '', /How xl reads this/);
  });
}
