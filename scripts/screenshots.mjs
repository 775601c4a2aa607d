/** Takes the pictures of the README: the packaged extension in a real VS Code, on the examples. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { VSIX } from './package.mjs';
import { folderUrl, installVsix, prepareVsCodeServer, startVsCodeServer } from './vscode-server.mjs';

const OUTPUT = 'docs/images';
const WORK = 'out/screenshots';

const { code, problem } = prepareVsCodeServer();
if (problem !== undefined) throw new Error(problem);
const { browser, problem: browserProblem } = await startBrowser();
if (browserProblem !== undefined) throw new Error(browserProblem);

mkdirSync(OUTPUT, { recursive: true });
const workspace = join(WORK, 'examples');
rmSync(workspace, { recursive: true, force: true });
cpSync('examples', workspace, { recursive: true });
const extensionsFolder = join(WORK, 'extensions');
installVsix(code, VSIX, extensionsFolder);
const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'window.commandCenter': false,
  'git.enabled': false,
  'workbench.layoutControl.enabled': false,
};
const server = await startVsCodeServer(code, { extensionsFolder, dataFolder: join(WORK, 'data'), settings });
const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, deviceScaleFactor: 1 });

/** Opens a file from the explorer. */
async function openFile(name) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
  await page.waitForTimeout(2500);
}

async function goTo(line, column) {
  await page.keyboard.press('Control+G');
  await page.waitForTimeout(400);
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(400);
}

async function take(name) {
  await page.screenshot({ path: join(OUTPUT, `${name}.png`) });
  console.log(join(OUTPUT, `${name}.png`));
}

async function runCommand(title) {
  await page.keyboard.press('F1');
  await page.waitForTimeout(500);
  await page.keyboard.type(title, { delay: 15 });
  await page.waitForTimeout(700);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(1200);
}

await page.goto(folderUrl(server.address, workspace));
await page.waitForSelector('.monaco-workbench');
await page.waitForTimeout(5000);
await openFile('web1.cfg');
await page.waitForSelector('.squiggly-warning', { timeout: 30_000 });
await runCommand('Problems: Focus on Problems View');
await page.waitForTimeout(1000);
await take('problems');

await runCommand('View: Close Panel');
await goTo(12, 3);
await page.keyboard.press('Control+K');
await page.keyboard.press('Control+I');
await page.waitForTimeout(2000);
await take('hover');
await page.keyboard.press('Escape');

await openFile('gateway.cfg');
await goTo(18, 1);
await page.keyboard.press('Control+End');
await page.keyboard.press('Enter');
await page.keyboard.type('on_', { delay: 120 });
await page.waitForTimeout(2500);
await take('completion');

await page.keyboard.press('Escape');
await openFile('devices.cfg');
await goTo(12, 16);
await page.keyboard.press('Control+K');
await page.keyboard.press('Control+I');
await page.waitForTimeout(2000);
await take('devices');

await page.keyboard.press('Escape');
await runCommand('Xen: Show Migration Report');
await page.waitForTimeout(2500);
await runCommand('View: Toggle Primary Side Bar Visibility');
await take('migration-dark');
await runCommand('Preferences: Toggle between Light/Dark Themes');
await page.waitForTimeout(1500);
await take('migration-light');

await browser.close();
server.stop();
process.exit(0);
