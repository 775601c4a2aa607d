/** Turns assignments into settings: values as xl stores them, `+=` joined, names looked up. */
import type { AtomValue, XlValue } from '../schema/xl-value';
import { findOption } from '../schema/schema';
import type { Assignment, SyntaxTree, ValueNode } from '../syntax/nodes';
import { StringOrigin } from '../text/string-origin';
import type { Setting } from './setting';

/** The assignments that xl joins into one value: one with `=`, and those with `+=` that follow it. */
interface Chain {
  readonly kind: XlValue['kind'];
  readonly written: XlValue[];
}

/** The settings of a tree in the order of the text. Settings that are joined share the value that comes out in the end. */
export function resolveSettings(tree: SyntaxTree): readonly Setting[] {
  const latest = new Map<string, Chain | undefined>();
  const resolved = tree.assignments.map((assignment) => {
    const name = assignment.name.text;
    const written = toValue(assignment.value, assignment.operator === '+=');
    const previous = assignment.operator === '+=' ? latest.get(name) : undefined;
    const isMismatchedAddition = previous !== undefined && written !== undefined && previous.kind !== written.kind;
    const chain = isMismatchedAddition ? previous : extend(previous, written);
    latest.set(name, chain);
    return { assignment, chain, isMismatchedAddition };
  });
  const values = new Map<Chain, XlValue | undefined>();
  return resolved.map(({ assignment, chain, isMismatchedAddition }) => {
    if (chain !== undefined && !values.has(chain)) values.set(chain, joinAll(chain));
    return toSetting(assignment, chain === undefined ? undefined : values.get(chain), isMismatchedAddition);
  });
}

function extend(previous: Chain | undefined, written: XlValue | undefined): Chain | undefined {
  if (written === undefined) return previous;
  if (previous === undefined) return { kind: written.kind, written: [written] };
  previous.written.push(written);
  return previous;
}

function toSetting(assignment: Assignment, value: XlValue | undefined, isMismatchedAddition: boolean): Setting {
  const { name, range, operator } = assignment;
  return {
    name: name.text,
    nameRange: name.range,
    range,
    operator,
    value,
    valueRange: assignment.value.range,
    option: findOption(name.text),
    isMismatchedAddition,
    assignment,
  };
}

/** The joined value, placed where its last part stands. */
function joinAll({ written }: Chain): XlValue | undefined {
  const last = written.at(-1);
  if (last === undefined || written.length === 1) return last;
  if (last.kind === 'list') return { ...last, items: written.flatMap((value) => (value.kind === 'list' ? value.items : [])) };
  const atoms = written.filter((value): value is AtomValue => value.kind === 'atom');
  return { ...last, text: atoms.map(({ text }) => text).join(''), origin: StringOrigin.join(atoms.map(({ origin }) => origin)) };
}

/** No option of xl reads lists nested deeper than this; what lies below is left out. */
const MAX_DEPTH = 32;

function toValue(node: ValueNode, isAppended: boolean, depth = 0): XlValue | undefined {
  switch (node.kind) {
    case 'string':
      return { kind: 'atom', text: node.value, range: node.range, origin: node.origin, isNumberToken: false, isAppended };
    case 'number': {
      const origin = StringOrigin.plain(node.range.start, node.text.length);
      return { kind: 'atom', text: node.text, range: node.range, origin, isNumberToken: true, isAppended };
    }
    case 'list': {
      const items = depth < MAX_DEPTH ? node.items.map((item) => toValue(item, false, depth + 1)) : [];
      return { kind: 'list', items: items.filter((item) => item !== undefined), range: node.range };
    }
    case 'missing':
      return undefined;
    default: {
      const unreachable: never = node;
      return unreachable;
    }
  }
}
