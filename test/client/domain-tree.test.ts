/** What stands where in the view of domains, and where arrow keys lead in the picture. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DomainItem } from '../../protocol/requests';
import { type Branch, childrenOf, rootsOf } from '../../client/src/domains/domain-tree';
import { renderTopologyPage } from '../../client/src/domains/topology-page';
import { nearest } from '../../client/webview/nearest';

function domain(uri: string, hosts: readonly string[] = []): DomainItem {
  const name = uri.split('/').at(-1) ?? '';
  const devices = [{ option: 'vif', text: 'bridge=b', uri, line: 1, character: 1 }];
  return {
    ...{ uri, line: 0, character: 0, name, hosts, detail: '' },
    ...{ verdict: 'movable', summary: '', errors: 0, warnings: 0, devices },
  };
}

const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

function show(branch: Branch): string {
  const inner = childrenOf(branch, folderOf).map(show);
  const names: Readonly<Record<Branch['kind'], () => string>> = {
    host: () => (branch.kind === 'host' ? branch.host.name : ''),
    others: () => 'others',
    folder: () => (branch.kind === 'folder' ? `${branch.path}/` : ''),
    domain: () => (branch.kind === 'domain' ? branch.domain.name : ''),
    device: () => '',
  };
  const shown = inner.filter((each) => each !== '');
  return shown.length === 0 ? names[branch.kind]() : `${names[branch.kind]()}(${shown.join(' ')})`;
}

test('domains stand below their hosts, and others below their folders', () => {
  const hosts = ['r1', 'r2', 'r3'].map((id) => ({ id, name: id, detail: '' }));
  const domains = [domain('a/web10', ['r1']), domain('a/web9', ['r1', 'r2']), domain('b/x'), domain('c/y'), domain('z')];
  assert.deepEqual(rootsOf({ hosts, domains }, folderOf).map(show), ['r1(web9 web10)', 'r2(web9)', 'r3', 'others(b/(x) c/(y) z)']);
});

test('without hosts they stand at the top, or below their folders where there are several', () => {
  assert.deepEqual(rootsOf({ hosts: [], domains: [domain('a/web10'), domain('a/web9')] }, folderOf).map(show), ['web9', 'web10']);
  assert.deepEqual(rootsOf({ hosts: [], domains: [domain('b/x'), domain('a/y'), domain('z')] }, folderOf).map(show), [
    'a/(y)',
    'b/(x)',
    'z',
  ]);
  assert.deepEqual(rootsOf({ hosts: [], domains: [] }, folderOf), []);
});

test('a domain has its devices', () => {
  const [branch] = rootsOf({ hosts: [], domains: [domain('a')] }, folderOf);
  assert.ok(branch);
  assert.deepEqual(
    childrenOf(branch, folderOf).map((each) => (each.kind === 'device' ? each.device.text : each.kind)),
    ['bridge=b'],
  );
});

test('an arrow leads to what lies nearest that way', () => {
  const box = (left: number, top: number) => ({ left, top, width: 10, height: 10 });
  const others = [box(100, 0), box(50, 60), box(0, 100), box(-40, 2)];
  assert.equal(nearest(box(0, 0), others, [1, 0]), 0);
  assert.equal(nearest(box(0, 0), others, [0, 1]), 2);
  assert.equal(nearest(box(0, 0), others, [-1, 0]), 3);
  assert.equal(nearest(box(0, 0), others, [0, -1]), undefined);
});

test('the page loads and runs nothing but the files of the extension', () => {
  const html = renderTopologyPage({ source: 'csp:', script: 'csp:/a.js?"', style: 'csp:/a.css' }, (text) => `<${text}>`);
  assert.ok(html.includes(`content="default-src 'none'; style-src csp:; script-src csp:"`));
  assert.deepEqual(
    [...html.matchAll(/<script[^>]*>([^<]*)/g)].map(([tag, text]) => [tag, text]),
    [['<script src="csp:/a.js?&quot;">', '']],
  );
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|https?:|<Filter/);
});
