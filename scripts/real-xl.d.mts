/** Types of real-xl.mjs, which is plain JavaScript so that it runs before anything is built. */
export declare const CACHE: string;
export declare function prepareRealXl(): {
  readonly problem?: string;
  readonly xl?: string;
  readonly shim?: string;
  readonly reader?: string;
  readonly libraryPath?: string;
};
