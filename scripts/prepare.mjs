/** Makes ready what tests need beside the packages of the project, one after the other, and says in one line what cannot be had. */
import { findBrowser } from './browser.mjs';
import { prepareCompressors, prepareKernelImages } from './kernel-images.mjs';
import { prepareRealXl } from './real-xl.mjs';
import { preparePackagingTools } from './packaging-tools.mjs';
import { isEverythingDemanded } from './skipping.mjs';
import { prepareVsCodeServer } from './vscode-server.mjs';

const NEEDS = [
  ['the real xl 4.17', prepareRealXl],
  ['kernel images', prepareKernelImages],
  ['programs that pack kernels', prepareCompressors],
  ['programs that recipes are for', preparePackagingTools],
  ['a browser', findBrowser],
  ['the VS Code server', prepareVsCodeServer],
];

for (const [what, prepare] of NEEDS) {
  const { problem } = prepare();
  if (problem === undefined) continue;
  process.stdout.write(`Skipped: what needs ${what}: ${problem}\n`);
  if (isEverythingDemanded()) process.exitCode = 1;
}
