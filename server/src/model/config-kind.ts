/** What kind of file of xl a text is: what it says of itself, what its name says, and whose options it sets. */
import { findOption } from '../options/index';
import { type ConfigKind, parseConfigKind } from '../schema/config-kind';
import type { Directives } from '../syntax/directives';
import type { SyntaxTree } from '../syntax/nodes';

/** The kinds that are told by their content; what is neither is the config of a domain. */
const TOLD: readonly Exclude<ConfigKind, 'domain'>[] = ['xl.conf', 'cpupool'];
/** So much of the names of a text without a telling name for its file have to be options. */
const MIN_SHARE = 0.6;
/** A file called `xl.conf` with so many options of domains, and none of its own, is the config of a domain. */
const STRANGERS: Readonly<Record<(typeof TOLD)[number], number>> = { 'xl.conf': 3, cpupool: 1 };

/**
 * Decides for the config of a domain where the text leaves it open.
 * @param named what is known of the file without its text, such as by its name
 */
export function decideKind({ assignments }: SyntaxTree, { words }: Directives, named: ConfigKind | undefined): ConfigKind {
  const said = parseConfigKind(words.filter(({ key }) => key === 'file').at(-1)?.value ?? '');
  if (said !== undefined || named === 'domain') return said ?? 'domain';
  const names = new Set(assignments.map(({ name }) => name.text));
  return TOLD.find((kind) => isOfKind(names, kind, named === kind)) ?? 'domain';
}

function isOfKind(names: ReadonlySet<string>, kind: (typeof TOLD)[number], isNamed: boolean): boolean {
  let [known, telling, strange] = [0, 0, 0];
  for (const name of names) {
    const [isOwn, isOfDomain] = [findOption(name, kind) !== undefined, findOption(name) !== undefined];
    if (isOwn) known += 1;
    if (isOwn && !isOfDomain) telling += 1;
    if (!isOwn && isOfDomain) strange += 1;
  }
  if (isNamed) return telling > 0 || strange < STRANGERS[kind];
  return telling > 0 && strange === 0 && known >= names.size * MIN_SHARE;
}
