/** Every request of our own is answered by the server and asked by the client. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

function sourcesIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

const declared = readFileSync('protocol/requests.ts', 'utf8').matchAll(/^ {2}'(xlcfg\/\w+)': Exchange</gm);
const [server, client] = [sourcesIn('server/src/lsp'), sourcesIn('client/src')];

for (const [, method = ''] of declared) {
  test(`${method} is answered and asked`, () => {
    assert.ok(server.includes(`answer(session, '${method}'`), 'answered');
    assert.ok(client.includes(`server.ask('${method}'`), 'asked');
  });
}
