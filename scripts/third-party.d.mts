/** Types of third-party.mjs. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly texts: readonly string[];
}
export declare function bundledPackages(): Promise<readonly string[]>;
export declare function licenceOf(folder: string): Licence;
export declare function thirdPartyNotice(): Promise<string>;
