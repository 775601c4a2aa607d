/** Checks what is written out of the values of a template that have holes. */
import type { AllowedFields } from '../schema/allowance';
import { isTaken, type Setting } from '../model/setting';
import { SpecText } from '../schema/spec-text';
import { splitFields } from '../schema/c-text/fields';
import type { Spec, SpecContext } from '../schema/value-types/value-type';
import type { ValueProblem, ValueProblemCode } from '../schema/value-problem';
import type { AtomValue } from '../schema/xl-value';
import type { Template } from '../syntax/nodes';
import { touchesAny } from '../syntax/parse-template';
import { withoutAllowedIn } from './check-value';
import type { TextRange } from '../text/text-range';

type Holes = Template['holes'];

/** Whether something is to be filled in in a setting. */
export function hasHole(setting: Setting, template: Template | undefined): template is Template {
  return template !== undefined && setting.parts.some(({ range }) => touchesAny(template.holes, range));
}

/**
 * What is wrong in the items of a list, whatever is filled in beside them and in them.
 * @param allowed what a project allows in the strings
 */
export function* checkItemsWithHoles(
  setting: Setting,
  context: SpecContext,
  holes: Holes,
  allowed: AllowedFields | undefined,
): Generator<ValueProblem> {
  const { option, value } = setting;
  const spec = option?.type.spec;
  if (spec === undefined || spec.checkValue !== undefined || value?.kind !== 'list' || !isTaken(setting)) return;
  for (const item of value.items) {
    if (item.kind === 'list') return;
    const found = touchesAny(holes, item.range) ? checkKeys(item, spec, context, holes) : spec.checkItem(new SpecText(item), context);
    yield* withoutAllowedIn(item, [...found], spec, allowed);
  }
}

/** What nobody can make right from outside of its field. */
const ABOUT_KEYS: ReadonlySet<ValueProblemCode> = new Set<ValueProblemCode>(['unknown-device-key', 'ignored-device-key']);

/** The unknown keys of a string, where no hole is in their field. */
function* checkKeys(item: AtomValue, spec: Spec, context: SpecContext, holes: Holes): Generator<ValueProblem> {
  if (spec.positional !== undefined) return;
  const text = new SpecText(item);
  const certain: readonly TextRange[] = splitFields(item.text)
    .filter(({ key }) => key !== undefined)
    .map(({ whole }) => text.rangeOf(whole))
    .filter((range) => !touchesAny(holes, range));
  for (const problem of spec.checkItem(text, context))
    if (ABOUT_KEYS.has(problem.code) && touchesAny(certain, problem.range)) yield problem;
}
