/** What the host itself has, in folders that play a system. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, service } from '../support/check';
import type { HostFacts } from '../../server/src/language-service';
import { createFileHost } from '../../server/src/node/kernel/node-file-host';
import { KernelInspector } from '../../server/src/node/kernel/kernel-inspector';
import { Reach } from '../../server/src/node/reach';

const inspector = new KernelInspector({ path: 'no-worker.js' }, () => undefined);

const CONFIG = `name = "d"
type = "hvm"
memory = 512
vif = [ "bridge=xenbr0", "bridge=xenbr1", "bridge=../net" ]
pci = [ "01:00.0" ]
`;

async function gatherOn(capabilities: string | undefined, isTrusted = true): Promise<HostFacts['places']> {
  const system = mkdtempSync(join(tmpdir(), 'xlcfg-system-'));
  try {
    mkdirSync(join(system, 'sys/class/net/xenbr0'), { recursive: true });
    mkdirSync(join(system, 'sys/bus/pci/devices/0000:01:00.0'), { recursive: true });
    mkdirSync(join(system, 'proc/xen'), { recursive: true });
    if (capabilities !== undefined) writeFileSync(join(system, 'proc/xen/capabilities'), capabilities);
    const reach = new Reach();
    reach.set([], isTrusted);
    const analysis = service.analyze(CONFIG, DEFAULT_SETTINGS);
    return (await service.gatherFacts(analysis, createFileHost(inspector, {}, reach, system))).places;
  } finally {
    rmSync(system, { recursive: true });
  }
}

test('dom0 is asked for bridges and PCI devices', async () => {
  assert.deepEqual([...(await gatherOn('control_d\n'))].sort(), [
    ['/sys/bus/pci/devices/0000:01:00.0', true],
    ['/sys/bus/pci/drivers/pciback/0000:01:00.0', false],
    ['/sys/class/net/xenbr0', true],
    ['/sys/class/net/xenbr1', false],
  ]);
});

test('other machines are not, and nothing without trust', async () => {
  assert.equal((await gatherOn('')).size, 0);
  assert.equal((await gatherOn(undefined)).size, 0);
  assert.equal((await gatherOn('control_d\n', false)).size, 0);
});
