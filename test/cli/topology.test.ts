/** `xlcfg topology`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runCli } from '../support/fake-terminal';
import { readXml } from '../support/read-xml';

const FILES = {
  '.xlcfg.json': '{ "hosts": { "rack1": { "files": ["rack1/*.cfg"], "memory": 65536 }, "rack2": { "files": ["rack2/*.cfg"] } } }',
  'rack1/web.cfg': 'name = "web"\ntype = "hvm"\nmemory = 512\nvif = [ "bridge=dmz" ]\n',
  'rack2/db.cfg': 'name = "db"\ntype = "hvm"\nmemory = 512\nvif = [ "bridge=dmz" ]\n',
  'spare.cfg': 'name = "spare"\ntype = "hvm"\nmemory = 512\nvcpus = 2\ndisk = [ "/dev/a,raw,xvda,rw" ]\n',
};

interface Drawn {
  readonly version: number;
  readonly hosts: readonly { readonly id: string; readonly memory?: number }[];
  readonly nodes: readonly { readonly name: string; readonly host: string | null; readonly place: unknown }[];
}

test('all configs below the working directory are drawn, on the hosts of the project', async () => {
  const { status, output, errors } = await runCli(['topology', '--format', 'json'], FILES);
  assert.deepEqual([status, errors], [0, '']);
  const { version, hosts, nodes } = JSON.parse(output) as Drawn;
  assert.deepEqual(
    [version, hosts],
    [
      1,
      [
        { id: 'rack1', name: 'rack1', memory: 65536 },
        { id: 'rack2', name: 'rack2' },
      ],
    ],
  );
  assert.deepEqual(
    nodes.map(({ name, host }) => [name, host]),
    [
      ['web', 'rack1'],
      ['dmz', 'rack1'],
      ['db', 'rack2'],
      ['dmz', 'rack2'],
      ['spare', null],
    ],
  );
  assert.deepEqual(nodes[1]?.place, {
    path: 'rack1/web.cfg',
    range: { start: { line: 3, character: 8 }, end: { line: 3, character: 20 } },
  });
});

test('it is drawn as SVG, DOT and Mermaid', async () => {
  const { output: svg } = await runCli(['topology', '.'], FILES);
  assert.equal(readXml(svg).name, 'svg');
  assert.match(
    (await runCli(['topology', '--format', 'dot', '.'], FILES)).output,
    /^digraph xen \{\n[^]*label="rack1";\n[^]*label="web\\nHVM, 1 vCPU, 512 MiB"/,
  );
  assert.match(
    (await runCli(['topology', '--format', 'mermaid', '.'], FILES)).output,
    /^flowchart LR\n {2}subgraph g1\["rack1"\]\n {4}n1\["web<br>HVM, 1 vCPU, 512 MiB"\]\n/,
  );
});

test('a filter keeps some domains', async () => {
  const { output } = await runCli(['topology', '--format', 'json', '--filter', 'rack2', '.'], FILES);
  assert.deepEqual(
    (JSON.parse(output) as Drawn).nodes.map(({ name }) => name),
    ['db', 'dmz'],
  );
});

test('what cannot be read or is no config is said', async () => {
  const missing = await runCli(['topology', 'none.cfg', 'spare.cfg'], FILES);
  assert.equal(missing.status, 2);
  assert.match(missing.errors, /^none\.cfg: no such file\n$/);
  assert.equal(readXml(missing.output).name, 'svg');
  const empty = await runCli(['topology'], {});
  assert.equal(empty.status, 2);
  assert.match(empty.errors, /^No configs found\./);
});

test('a mistake in the project file is said once', async () => {
  const { status, errors } = await runCli(['topology', '--format', 'json', 'spare.cfg'], { ...FILES, '.xlcfg.json': '{ "hosts": 1 }' });
  assert.deepEqual([status, errors.match(/hosts has to be an object/g)?.length], [2, 1]);
});

test('standard input is a config like others', async () => {
  const { output } = await runCli(['topology', '--format', 'json', '-'], { '-': FILES['spare.cfg'] });
  assert.deepEqual(
    (JSON.parse(output) as Drawn).nodes.map(({ name }) => name),
    ['spare'],
  );
});
