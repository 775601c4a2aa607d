/** Types of real-xl.mjs, which is plain JavaScript so that it runs before anything is built. */
import type { Machine } from './machine.mjs';

export declare function prepareRealXl(
  machine?: Machine,
  cache?: string,
): {
  readonly problem?: string;
  /** Where the packages are unpacked. */
  readonly root?: string;
  readonly xl?: string;
  /** Plays the host while a config is read. */
  readonly shim?: string;
  /** Plays the host while a domain is created. */
  readonly createShim?: string;
  readonly reader?: string;
  /** Asks the domain builder about kernel images. */
  readonly builder?: string;
  readonly libraryPath?: string;
};
export declare function compile(
  machine: Machine,
  cache: string,
  sources: readonly string[],
  before: readonly string[],
  after?: readonly string[],
): { readonly path: string; readonly problem?: undefined } | { readonly path?: undefined; readonly problem: string };
