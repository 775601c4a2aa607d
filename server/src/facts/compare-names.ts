/** The order of the names of files. */

const NAMES = new Intl.Collator('en', { numeric: true });

/** Orders names as people do, numbers in them by their size. */
export function compareNames(a: string, b: string): number {
  return NAMES.compare(a, b);
}
