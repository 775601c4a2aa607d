/** Types of the part of vscode-server.mjs that tests use. */
import type { Browser } from 'playwright-core';

export function startBrowser(): Promise<
  { readonly browser: Browser; readonly problem?: undefined } | { readonly browser?: undefined; readonly problem: string }
>;
