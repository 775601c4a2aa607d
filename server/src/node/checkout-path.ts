/** Paths as services for continuous integration know them: from the folder that they checked out. */
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Where GitHub and GitLab say that folder. */
const VARIABLES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** A path relative to the checkout, or else to the working directory; what lies in neither stays absolute. With `/`. */
export function checkoutPath(path: string): string {
  if (path === '-') return path;
  const absolute = resolve(path);
  const bases = [...VARIABLES.flatMap((name) => process.env[name] ?? []), '.'];
  const inside = bases.map((base) => relative(resolve(base), absolute)).find(isBelow);
  return (inside ?? absolute).split(sep).join('/');
}

function isBelow(path: string): boolean {
  return path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
