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
  ['pci = [ "permissive=1,bdf=01:00$0.1" ]', '| PCI device | segment 0000, bus 01, device 00, function 1 |'],
  ['vif = [ "rate=10M$0b/s" ]', '| rate | 10Mb/s (62500 bytes every 50 ms) |'],
  ['vif = [ "rate=1MB/s@7$0us" ]', '| rate | 1MB/s@7us (7 bytes every 7 µs) |'],
  ['vif = [ "mac=00:16:3E:0$01:02:03" ]', '| mac | 00:16:3E:01:02:03 (from the range of Xen) |'],
  ['vif = [ "mac=02:00:00:0$01:02:03" ]', '| mac | 02:00:00:01:02:03 (locally administered) |'],
  ['vif = [ "mac=52:54:00:0$01:02:03" ]', '| mac | 52:54:00:01:02:03 (locally administered) |'],
  ['vif = [ "mac=00:1b:21:0$01:02:03" ]', '| mac | 00:1b:21:01:02:03 |'],
  ['vnuma = [ [ "pnode=0", "size=20$048", "vcpus=0-3,6" ] ]', '| size | 2048 (2 GiB) |'],
  ['vnuma = [ [ "pnode=0", "size=2048", "vcpus=0-$03,6" ] ]', '| vcpus | 0-3,6 (5 vCPUs) |'],
  ['vnuma = [ [ "pnode=0", "vdistances=10,$020" ] ]', '| Distance to node 1 | 20 |'],
  ['maxmem = $020000', '20000 MiB (≈ 19\\.53 GiB)'],
];

for (const [line, meaning] of DECODED) {
  test(`${line} is decoded`, () => {
    const shown = hoverAt(`${HEAD}${line}\n`)?.replaceAll('`', '');
    assert.ok(shown?.includes(meaning), shown);
  });
}

test('only what follows from an address is said of it', () => {
  for (const mac of ['00:1b:21:01:02:03', '00:16:3d:01:02:03', '02:zz', '00:16:3e'])
    assert.doesNotMatch(hoverAt(`${HEAD}vif = [ "mac=${mac}$0" ]\n`) ?? '', /: (?:from|locally)/, mac);
});

for (const line of [
  'irqs = [ "x$0" ]',
  'cpus = "al$0l"',
  'cpus = "nodes:$00"',
  'pci = [ "zz$0" ]',
  'iomem = [ "fe0$000" ]',
  'ioports = [ "9-$01" ]',
  'ioports = [ "x$0" ]',
]) {
  test(`of ${line} nothing is made up`, () => {
    assert.doesNotMatch(hoverAt(`${HEAD}${line}\n`) ?? '', /How xl reads this/);
  });
}
