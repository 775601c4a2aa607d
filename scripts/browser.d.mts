/** Types of browser.mjs. */
import type { Browser } from 'playwright-core';
import type { Machine } from './machine.mjs';

export function findBrowser(
  machine?: Machine,
): { readonly path: string; readonly problem?: undefined } | { readonly path?: undefined; readonly problem: string };
export function startBrowser(): Promise<
  { readonly browser: Browser; readonly problem?: undefined } | { readonly browser?: undefined; readonly problem: string }
>;
