/** What was found out about files on the host before the rules run. */

/** Facts about one config. Everything that was not looked at is silence to the rules. */
export interface HostFacts {
  readonly files: Readonly<Record<string, FileFact>>;
}

export type FileFact = { readonly state: 'not-checked' };

export const NO_FACTS: HostFacts = { files: {} };
