/** Finds the option that somebody means by a name that is none. */
import { OPTIONS } from '../../options/index';
import { isKnownTo } from '../../schema/option';
import type { Target } from '../../schema/target';
import { closestAmong } from '../../text/closest';

type Finder = (name: string) => string | undefined;

const finders = new Map<string, Finder>();

/** So many names are remembered for a target: they come back in every file of a fleet, and at every keystroke. */
const MAX_REMEMBERED = 16_384;

/** Finds the nearest option that the target reads; each name is looked up once, however often it occurs. */
export function closestOption(target: Target): Finder {
  const key = `${target.xen} ${target.arch}`;
  const finder = finders.get(key) ?? createFinder(target);
  finders.set(key, finder);
  return finder;
}

function createFinder(target: Target): Finder {
  const closest = closestAmong(OPTIONS.filter((option) => isKnownTo(option, target)).map((option) => option.name));
  const found = new Map<string, string | undefined>();
  return (name) => {
    if (found.has(name)) return found.get(name);
    if (found.size >= MAX_REMEMBERED) found.clear();
    const option = closest(name);
    found.set(name, option);
    return option;
  };
}
