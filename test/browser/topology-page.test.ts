/** The page of the topology in a real browser: what the keyboard and the mouse do, and what tools for people who do not see it say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PageMessage, ShownTopology } from '../../client/src/domains/topology-messages';
import { renderTopologyPage } from '../../client/src/domains/topology-page';
import { startBrowser } from '../../scripts/browser.mjs';
import { skipReason } from '../../scripts/skipping.mjs';
import { createLanguageService } from '../../server/src/language-service';
import { type FleetConfig, fleetOf } from '../support/fleet';

const service = createLanguageService();
const SOURCE = 'http://page.test';
const FILES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/': ['text/html', renderTopologyPage({ source: SOURCE, script: '/topology.js', style: '/topology-style.css' }, (text) => text)],
  '/topology.js': ['text/javascript', readFileSync('dist/topology.js', 'utf8')],
  '/topology-style.css': ['text/css', readFileSync('dist/topology-style.css', 'utf8')],
};
/** The colours of two themes of VS Code, as far as the page uses them. */
const THEMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  light: {
    ...{ foreground: '#3b3b3b', descriptionForeground: '#3b3b3b', 'editor-background': '#ffffff', 'editorWidget-background': '#f8f8f8' },
    ...{ 'input-background': '#ffffff', 'input-foreground': '#3b3b3b', 'input-placeholderForeground': '#767676' },
    ...{ 'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b', 'textLink-foreground': '#005fb8' },
    'editorError-foreground': '#cd2200',
  },
  'high contrast': {
    ...{ foreground: '#ffffff', descriptionForeground: '#ffffff', 'editor-background': '#000000', 'editorWidget-background': '#0c141f' },
    ...{ 'input-background': '#000000', 'input-foreground': '#ffffff', 'input-placeholderForeground': '#ffffffb3' },
    ...{ contrastBorder: '#6fc3df', 'button-background': '#000000', 'button-foreground': '#ffffff', 'textLink-foreground': '#21a6ff' },
    'editorError-foreground': '#f88070',
  },
};

let browser: Browser | undefined;
let reason = '';

before(async () => {
  const started = await startBrowser();
  browser = started.browser;
  if (started.problem !== undefined) reason = skipReason('a browser', started.problem) || started.problem;
});

after(() => browser?.close());

interface Visit {
  readonly page: Page;
  /** What the page said to the extension. */
  readonly messages: () => Promise<readonly PageMessage[]>;
  readonly show: (configs: readonly FleetConfig[], change?: Partial<ShownTopology>) => Promise<void>;
  /** What has the focus, by its label. */
  readonly focused: () => Promise<string | null | undefined>;
}

/** Opens the page; nothing where there is no browser. */
async function visit(context: TestContext, theme = 'light'): Promise<Visit | undefined> {
  if (browser === undefined) {
    context.skip(reason);
    return undefined;
  }
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  const refused: string[] = [];
  page.on('console', (said) => refused.push(said.text()));
  page.on('pageerror', (error) => refused.push(error.message));
  context.after(() => {
    assert.deepEqual(refused, []);
    return page.close();
  });
  await page.route('**/*', (route) => {
    const file = FILES[new URL(route.request().url()).pathname];
    return file === undefined ? route.fulfill({ status: 204 }) : route.fulfill({ contentType: file[0], body: file[1] });
  });
  await page.addInitScript((colors) => {
    const said: unknown[] = [];
    Object.assign(window, { said, acquireVsCodeApi: () => ({ postMessage: (message: unknown) => said.push(message) }) });
    document.addEventListener('DOMContentLoaded', () => {
      for (const [name, color] of Object.entries(colors)) document.documentElement.style.setProperty(`--vscode-${name}`, color);
      document.body.style.background = 'var(--vscode-editor-background)';
    });
  }, THEMES[theme] ?? {});
  await page.goto(`${SOURCE}/`);
  return {
    page,
    messages: () => page.evaluate(() => (window as unknown as { said: readonly PageMessage[] }).said),
    show: async (configs, change = {}) => {
      const { svg, outline } = service.topologyPage(fleetOf(configs, [{ name: 'rack1' }]));
      const shown: ShownTopology = { svg, outline, status: '2 domains', empty: '', ...change };
      await page.evaluate((data) => {
        window.postMessage(data);
      }, shown);
      await page.locator('svg.topology').waitFor();
    },
    focused: () => page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
  };
}

const FLEET: readonly FleetConfig[] = [
  { name: 'web', lines: 'vif = ["bridge=dmz"]\npci = ["03:00.0"]', hosts: ['rack1'] },
  { name: 'db', lines: 'vif = ["bridge=lan"]', hosts: ['rack1'] },
];

test('the page asks for what it is to show', async (context) => {
  const visited = await visit(context);
  if (visited === undefined) return;
  assert.deepEqual(await visited.messages(), [{ kind: 'ready' }]);
  await visited.show(FLEET);
  assert.equal(await visited.page.getByRole('status').textContent(), '2 domains');
  assert.equal(await visited.page.getByRole('button', { name: /^web: HVM/ }).count(), 1);
});

test('the keyboard leads from node to node, opens them and closes groups', async (context) => {
  const visited = await visit(context);
  if (visited === undefined) return;
  const { page, messages, focused } = visited;
  await visited.show(FLEET);
  await page.getByRole('button', { name: /^web: HVM/ }).focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(), 'dmz: bridge');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), '0000:03:00.0: PCI device');
  await page.keyboard.press('Enter');
  await page.locator('[data-toggle="group rack1"]').focus();
  assert.equal(await focused(), 'rack1: 2 domains');
  await page.keyboard.press('Space');
  assert.deepEqual((await messages()).slice(1), [
    { kind: 'open', id: 'rack1/pci/0000:03:00.0' },
    { kind: 'toggle', id: 'group rack1' },
  ]);
  // What has the focus keeps it in the next picture.
  await visited.show(FLEET);
  assert.equal(await focused(), 'rack1: 2 domains');
});

test('it zooms by keys, buttons and the wheel', async (context) => {
  const visited = await visit(context);
  if (visited === undefined) return;
  const { page } = visited;
  await visited.show(FLEET);
  const width = async (): Promise<number> => Number(await page.locator('svg.topology').getAttribute('width'));
  const first = await width();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const larger = await width();
  assert.ok(larger > first);
  await page.getByRole('button', { name: /^web: HVM/ }).focus();
  await page.keyboard.press('-');
  assert.ok(Math.abs((await width()) - first) < 1);
  await page.locator('#picture').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await page.waitForFunction((before) => Number(document.querySelector('svg.topology')?.getAttribute('width')) > before, first);
});

test('a click opens, a drag moves, and what hangs together stands out', async (context) => {
  const visited = await visit(context);
  if (visited === undefined) return;
  const { page, messages } = visited;
  await visited.show(FLEET);
  for (let step = 0; step < 6; step += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  const web = page.getByRole('button', { name: /^web: HVM/ });
  await web.hover();
  assert.equal(await page.locator('.line.lit').count(), 2);
  await web.click();
  const picture = page.locator('#picture');
  const before = await picture.evaluate((element) => element.scrollLeft);
  await page.mouse.move(500, 300);
  await page.mouse.down();
  await page.mouse.move(450, 300, { steps: 4 });
  await page.mouse.up();
  assert.notEqual(await picture.evaluate((element) => element.scrollLeft), before);
  const opened = (await messages()).filter(({ kind }) => kind === 'open');
  assert.deepEqual(opened, [{ kind: 'open', id: 'rack1/domain/web' }]);
});

test('a filter, exports and the words reach the extension', async (context) => {
  const visited = await visit(context);
  if (visited === undefined) return;
  const { page, messages } = visited;
  await visited.show(FLEET);
  await page.getByRole('searchbox').fill('web');
  await page.waitForFunction(() => (window as unknown as { said: readonly unknown[] }).said.length > 1);
  for (const name of ['Export SVG', 'Copy DOT', 'Copy Mermaid', 'Refresh']) await page.getByRole('button', { name }).click();
  await page.getByText('The same in words').click();
  assert.equal(await page.getByRole('heading', { name: 'rack1' }).count(), 1);
  await page.getByRole('button', { name: 'network: lan' }).click();
  assert.deepEqual((await messages()).slice(1), [
    { kind: 'filter', text: 'web' },
    { kind: 'export' },
    { kind: 'copy', format: 'dot' },
    { kind: 'copy', format: 'mermaid' },
    { kind: 'refresh' },
    { kind: 'open', id: 'rack1/bridge/lan' },
  ]);
});

test('where there is nothing to see, that is said', async (context) => {
  const visited = await visit(context);
  if (visited === undefined) return;
  await visited.show(FLEET);
  await visited.page.evaluate(() => {
    window.postMessage({ svg: '', outline: [], status: '0 domains', empty: 'Nothing here' });
  });
  await visited.page.getByText('Nothing here').waitFor();
  assert.equal(await visited.page.locator('svg.topology').count(), 0);
});

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

for (const theme of Object.keys(THEMES)) {
  test(`axe finds nothing wrong in the page, in colours of ${theme}`, async (context) => {
    const visited = await visit(context, theme);
    if (visited === undefined) return;
    const { page } = visited;
    await visited.show(FLEET);
    await page.getByText('The same in words').click();
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)]);
    });
    assert.deepEqual(found, []);
  });
}
