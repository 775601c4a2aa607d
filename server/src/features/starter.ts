import type { XenVersion } from '../schema/xen-version';

/** A whole domain to start from. */
export interface Starter {
  readonly title: string;
  /** What a person types to get it: a speaking name first, then short ones. */
  readonly words: readonly string[];
  /** The release that brought the newest of what it uses. */
  readonly since?: XenVersion;
  readonly description: string;
  /** In the snippet syntax of editors. */
  readonly body: string;
}
