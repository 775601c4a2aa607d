/** Types of the part of vscode-server.mjs that tests use. */
import type { Machine } from './machine.mjs';

export function prepareVsCodeServer(
  machine?: Machine,
  cache?: string,
): { readonly code: string; readonly problem?: undefined } | { readonly code?: undefined; readonly problem: string };
