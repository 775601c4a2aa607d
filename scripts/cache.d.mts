/** Types of cache.mjs. */
export const CACHE: string;
export function fillOnce(folder: string, marker: string, fill: (temporary: string) => string | undefined): string | undefined;
