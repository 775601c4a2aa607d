/** Finds the option that somebody means by a name that is none. */
import { OPTIONS } from '../../options/index';
import { isKnownTo } from '../../schema/option';
import type { Target } from '../../schema/target';
import { closestAmong } from '../../text/closest';

/** Finds the nearest option that the target reads; each name is looked up once, however often it occurs. */
export function closestOption(target: Target): (name: string) => string | undefined {
  const closest = closestAmong(OPTIONS.filter((option) => isKnownTo(option, target)).map((option) => option.name));
  const found = new Map<string, string | undefined>();
  return (name) => {
    if (!found.has(name)) found.set(name, closest(name));
    return found.get(name);
  };
}
