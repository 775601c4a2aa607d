/** Finds the option that somebody means by a name that is none. */
import { optionsOf } from '../../options/index';
import type { ConfigKind } from '../../schema/config-kind';
import { isKnownTo } from '../../schema/option';
import type { Target } from '../../schema/target';
import { closestAmong } from '../../text/closest';

type Finder = (name: string) => string | undefined;

const finders = new Map<string, Finder>();

/** So many names are remembered for a target: they come back in every file of a fleet, and at every keystroke. */
const MAX_REMEMBERED = 16_384;

/** Finds the nearest option of a kind of file that the target reads; each name is looked up once, however often it occurs. */
export function closestOption(target: Target, kind: ConfigKind): Finder {
  const key = `${kind} ${target.xen} ${target.arch}`;
  const finder = finders.get(key) ?? createFinder(target, kind);
  finders.set(key, finder);
  return finder;
}

function createFinder(target: Target, kind: ConfigKind): Finder {
  const closest = closestAmong(
    optionsOf(kind)
      .filter((option) => isKnownTo(option, target))
      .map((option) => option.name),
  );
  const found = new Map<string, string | undefined>();
  return (name) => {
    if (found.has(name)) return found.get(name);
    if (found.size >= MAX_REMEMBERED) found.clear();
    const option = closest(name);
    found.set(name, option);
    return option;
  };
}
