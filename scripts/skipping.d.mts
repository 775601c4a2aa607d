/** Types of skipping.mjs. */
type Environment = Readonly<Record<string, string | undefined>>;
export function skipReason(what: string, problem: string | undefined, env?: Environment): string | false;
export function isEverythingDemanded(env?: Environment): boolean;
