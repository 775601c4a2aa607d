/** The domains of a workspace, and the picture of what hangs together among them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { DomainsReply, TopologyReply } from '../../protocol/requests';
import { type ServerSession, startServer } from '../support/language-server';
import { PULLING } from '../support/session-server';

const base = mkdtempSync(join(tmpdir(), 'xlcfg-'));
const workspace = join(base, 'workspace');
const guest = (name: string, more = ''): string =>
  `name = "${name}"\ntype = "hvm"\nmemory = 512\nvcpus = 2\nvif = [ "bridge=dmz" ]\n${more}`;
mkdirSync(join(workspace, 'rack1'), { recursive: true });
writeFileSync(join(workspace, '.xlcfg.json'), '{ "hosts": { "rack1": { "files": ["rack1/*"], "memory": 2048 }, "rack2": {} } }');
writeFileSync(join(workspace, 'rack1/web.xl'), guest('web', 'pci = [ "01:00.0" ]\n'));
writeFileSync(join(workspace, 'rack1/broken.xl'), 'name = "broken"\nmemory = \n');
writeFileSync(join(workspace, 'part.xl'), '# xlcfg: fragment\nvcpus = 2\n');
writeFileSync(join(workspace, 'spare.xl'), guest('spare'));
after(() => {
  rmSync(base, { recursive: true });
});

const uriOf = (path: string): string => pathToFileURL(join(workspace, path)).href;

function start(): Promise<ServerSession> {
  return startServer(PULLING, {}, undefined, [pathToFileURL(workspace).href]);
}

function listDomains({ rpc }: ServerSession): Promise<DomainsReply> {
  return rpc.sendRequest<DomainsReply>('xlcfg/domains', {});
}

function drawn({ rpc }: ServerSession, params: { readonly filter: string; readonly closed?: readonly string[] }): Promise<TopologyReply> {
  return rpc.sendRequest<TopologyReply>('xlcfg/topology', params);
}

test('domains are listed with their hosts, their devices and what is wrong', async () => {
  const server = await start();
  const { hosts, domains } = await listDomains(server);
  assert.deepEqual(hosts, [
    { id: 'rack1', name: 'rack1', detail: '2 GiB' },
    { id: 'rack2', name: 'rack2', detail: '' },
  ]);
  const web = domains.find(({ name }) => name === 'web');
  assert.deepEqual(web, {
    ...{ uri: uriOf('rack1/web.xl'), line: 0, character: 0, name: 'web', hosts: ['rack1'], detail: 'HVM, 2 vCPUs, 512 MiB' },
    ...{ verdict: 'tied', summary: 'tied to this host by PCI devices', errors: 0, warnings: web?.warnings },
    devices: [
      { option: 'vif', text: 'bridge=dmz', uri: uriOf('rack1/web.xl'), line: 4, character: 8 },
      { option: 'pci', text: '01:00.0', uri: uriOf('rack1/web.xl'), line: 5, character: 8 },
    ],
  });
  const broken = domains.find(({ name }) => name === 'broken.xl');
  assert.deepEqual([broken?.detail, (broken?.errors ?? 0) > 0, broken?.devices], ['xl refuses this config', true, []]);
  assert.ok(!domains.some(({ uri }) => uri === uriOf('part.xl')));
  await server.stop();
});

test('what is edited counts as it is, and the client hears of it', async () => {
  const server = await start();
  const uri = uriOf('spare.xl');
  server.open(uri, guest('spare'));
  await listDomains(server);
  const heard = new Promise((resolve) => server.rpc.onNotification('xlcfg/domainsChanged', resolve));
  server.change(uri, 2, guest('edited'));
  await heard;
  const { domains } = await listDomains(server);
  assert.deepEqual(
    domains.filter((domain) => domain.uri === uri).map(({ name }) => name),
    ['edited'],
  );
  await server.stop();
});

test('a file that was written to counts as it is now, and the client hears of it', async () => {
  const server = await start();
  const path = join(workspace, 'rack2.xl');
  writeFileSync(path, guest('one'));
  const names = async (): Promise<readonly string[]> => (await listDomains(server)).domains.map(({ name }) => name);
  assert.ok((await names()).includes('one'));
  const heard = new Promise((resolve) => server.rpc.onNotification('xlcfg/domainsChanged', resolve));
  writeFileSync(path, guest('another'));
  void server.rpc.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type: 2 }] });
  await heard;
  assert.deepEqual([(await names()).includes('one'), (await names()).includes('another')], [false, true]);
  rmSync(path);
  assert.ok(!(await names()).includes('another'));
  await server.stop();
});

test('the picture knows the place of each thing', async () => {
  const server = await start();
  const { svg, places, outline, domains, closed } = await drawn(server, { filter: 'web' });
  assert.match(svg, /^<svg [^]*data-node="rack1\/domain\/web"/);
  assert.deepEqual([domains, closed], [1, []]);
  assert.deepEqual(places['rack1/pci/0000:01:00.0'], { uri: uriOf('rack1/web.xl'), line: 5, character: 8 });
  assert.deepEqual(
    outline.map(({ depth, text }) => `${depth} ${text}`),
    [
      '0 rack1',
      '1 web: HVM, 2 vCPUs, 512 MiB; tied to this host by PCI devices; 1 warning',
      '2 network: dmz',
      '2 has PCI device 0000:01:00.0',
      '1 dmz: bridge',
      '1 0000:01:00.0: PCI device',
    ],
  );
  const shut = await drawn(server, { filter: 'web', closed: ['group rack1'] });
  assert.deepEqual([shut.closed, shut.svg.includes('data-node')], [['group rack1'], false]);
  const dot = await server.rpc.sendRequest<string>('xlcfg/writeTopology', { filter: 'web', format: 'dot' });
  assert.match(dot, /^digraph xen/);
  await server.stop();
});

test('a project above the workspace counts where the person trusts it', async () => {
  for (const isTrusted of [true, false]) {
    const server = await startServer(PULLING, {}, { isTrusted }, [pathToFileURL(join(workspace, 'rack1')).href]);
    const { hosts, domains } = await listDomains(server);
    assert.equal(hosts.length, isTrusted ? 2 : 0);
    assert.deepEqual(domains.find(({ name }) => name === 'web')?.hosts, isTrusted ? ['rack1'] : []);
    await server.stop();
  }
});
