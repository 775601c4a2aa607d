/** What a host has to know of a domain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLanguageService, type FleetDomain } from '../../server/src/language-service';
import { DEFAULT_RULE_SETTINGS } from '../../server/src/linter/run';
import type { Target } from '../../server/src/schema/target';

const service = createLanguageService();

function domainOf(text: string, target: Partial<Target> = {}): FleetDomain | undefined {
  return service.fleetDomain(service.analyze(text, { target: { xen: '4.20', ...target }, rules: DEFAULT_RULE_SETTINGS }));
}

const GUEST = 'type = "pvh"\nname = "web"\nkernel = "/k"\n';

test('a domain has its devices, with what they name', () => {
  const domain = domainOf(
    `${GUEST}memory = 1024\nvcpus = 2\nmaxvcpus = 4\npool = "fast"\ndisk = ["/dev/vg/web,raw,xvda,rw"]\nvif = ["bridge=dmz"]\nvif += ["bridge=lan"]\n`,
  );
  assert.equal(domain?.name, 'web');
  assert.equal(domain.vcpus, 4);
  assert.deepEqual(
    domain.names.map(({ kind, identity }) => `${kind} ${identity}`),
    ['domain web', 'file /k', 'pool fast'],
  );
  assert.deepEqual(
    domain.devices.map(({ option, text, names }) => [option, text, names.map(({ path, identity }) => `${path}=${identity}`)]),
    [
      ['disk', '/dev/vg/web,raw,xvda,rw', ['disk.target=/dev/vg/web', 'disk.vdev=51712']],
      ['vif', 'bridge=dmz', ['vif.bridge=dmz']],
      ['vif', 'bridge=lan', ['vif.bridge=lan']],
    ],
  );
  assert.deepEqual(domain.migration.sharedStorage, ['/dev/vg/web']);
});

test('what a later setting overrules is not there', () => {
  const domain = domainOf(`${GUEST}memory = 64\nvif = ["bridge=old"]\nvif = ["bridge=new"]\n`);
  assert.deepEqual(
    domain?.devices.map(({ text }) => text),
    ['bridge=new'],
  );
});

test('there is no domain where xl makes none', () => {
  assert.equal(domainOf('name = '), undefined);
  assert.equal(domainOf('# xlcfg: fragment\nname = "a"'), undefined);
});

test('libxl takes more memory than the guest has', () => {
  const needed = (text: string, target?: Partial<Target>): number | undefined => domainOf(`${GUEST}${text}`, target)?.memory.needed;
  // 1024 MiB, for paging 1 MiB a CPU and a page a MiB, 2 MiB beside, in whole pages of 2 MiB.
  assert.equal(needed('memory = 1024\nvcpus = 2'), (1024 + 2 + 4 + 2) * 1024);
  assert.equal(needed('memory = 1024\nvcpus = 2', { xen: '4.16' }), (1024 + 2 + 8 + 2) * 1024);
  assert.equal(needed('memory = 1024\nmaxmem = 2048\nvcpus = 2'), (1024 + 2 + 8 + 2) * 1024);
  assert.equal(needed('memory = 1024\nshadow_memory = 64'), (1024 + 64 + 2) * 1024);
  assert.equal(needed('memory = 1024\nvcpus = 2', { arch: 'arm' }), (1024 + 2 + 4 + 2 + 2) * 1024);
});
