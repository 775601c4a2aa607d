/** Types of display.mjs. */
import type { Machine } from './machine.mjs';

export function openDisplay(
  machine: Machine,
): Promise<
  | { readonly env: Readonly<Record<string, string>>; readonly close: () => void; readonly problem?: undefined }
  | { readonly env?: undefined; readonly problem: string }
>;
