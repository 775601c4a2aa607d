/** Checks the value of a setting: its kind, and the language inside its strings. */
import { type AllowedFields, withoutAllowed } from '../schema/allowance';
import type { Spec, SpecContext } from '../schema/value-types/value-type';
import { checkType } from '../schema/value-types/check-type';
import { SpecText } from '../schema/spec-text';
import { readVnuma } from '../specs/vnuma/vnuma';
import type { ValueProblem } from '../schema/value-problem';
import { isSince } from '../schema/xen-version';
import { allAtoms, type XlValue } from '../schema/xl-value';
import { isTaken, numberOf, type Setting, type SettingsByName } from '../model/setting';
import type { Target } from '../schema/target';

/** What is known of the items of a list: in most of them nothing is wrong, and a keystroke leaves most of them as they are. */
export interface ItemMemory {
  /** Whether nothing was wrong in an item of this text under the same circumstances. */
  readonly isClean: (text: string) => boolean;
  /** Keeps that nothing is wrong in an item of this text. */
  readonly remember: (text: string) => void;
}

/**
 * Everything that xl refuses, drops or misreads in the value of a setting that it reads.
 * @param isBroken whether the text of the setting has a syntax problem
 * @param allowed what a project allows in the strings
 */
export function* checkValue(
  setting: Setting,
  context: SpecContext,
  isBroken: boolean,
  items: ItemMemory,
  allowed?: AllowedFields,
): Generator<ValueProblem> {
  const { option, value } = setting;
  if (option === undefined || value === undefined) return;
  yield* checkType(option.type, value, context);
  const spec = option.type.spec;
  if (spec === undefined || isBroken || !isTaken(setting)) return;
  if (spec.checkValue !== undefined) yield* withoutAllowedIn(value, [...spec.checkValue(value, context)], spec, allowed);
  else yield* checkItems(value, option.type.shape, spec, context, items, allowed);
}

/** xl reads the items up to the first one that is not a string. */
function* checkItems(
  value: XlValue,
  shape: 'atom' | 'list' | 'either',
  spec: Spec,
  context: SpecContext,
  items: ItemMemory,
  allowed: AllowedFields | undefined,
): Generator<ValueProblem> {
  if (value.kind === 'atom') {
    // Where a list is expected, a single value is a switch or nothing at all.
    if (shape === 'atom') yield* withoutAllowedIn(value, [...spec.checkItem(new SpecText(value), context)], spec, allowed);
    return;
  }
  for (const item of value.items) {
    if (item.kind === 'list') return;
    const found = items.isClean(item.text) ? [] : [...spec.checkItem(new SpecText(item), context)];
    const problems = withoutAllowedIn(item, found, spec, allowed);
    if (problems.length === 0) items.remember(item.text);
    yield* problems;
  }
}

/** The problems of a value without those of what a project allows in its strings. */
export function withoutAllowedIn(
  value: XlValue,
  problems: readonly ValueProblem[],
  spec: Spec,
  allowed: AllowedFields | undefined,
): readonly ValueProblem[] {
  if (allowed === undefined || problems.length === 0) return problems;
  return withoutAllowed(problems, allAtoms(value), spec, allowed);
}

/** The number of vCPUs that a domain can have, as far as the config sets one (xl_parse.c, parse_config_data). */
export function findVcpuLimit(byName: SettingsByName, target: Target): number | undefined {
  const isNew = isSince(target.xen, '4.22');
  const [maxvcpus, vcpus] = (['maxvcpus', 'vcpus'] as const).map((name) => numberOf(byName.get(name)));
  const limit = maxvcpus ?? vcpus;
  if (limit !== undefined) return Math.max(Number(limit), isNew ? 1 : 0);
  const nodes = readVnuma(byName.get('vnuma')?.value, target);
  if (nodes !== undefined) return nodes.reduce((sum, node) => sum + node.vcpuCount, 0);
  return byName.has('vnuma') ? Number.MAX_SAFE_INTEGER : undefined;
}
