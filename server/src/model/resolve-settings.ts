/** Turns assignments into settings: values as xl stores them, `+=` joined, names looked up. */
import type { AtomValue, XlValue } from '../schema/xl-value';
import { findOption } from '../schema/schema';
import type { Assignment, SyntaxTree, ValueNode } from '../syntax/nodes';
import { StringOrigin } from '../text/string-origin';
import type { Setting } from './setting';

/** The settings of a tree in the order of the text. */
export function resolveSettings(tree: SyntaxTree): readonly Setting[] {
  const latest = new Map<string, XlValue | undefined>();
  return tree.assignments.map((assignment) => {
    const name = assignment.name.text;
    const written = toValue(assignment.value, assignment.operator === '+=');
    const previous = assignment.operator === '+=' ? latest.get(name) : undefined;
    const isMismatchedAddition = previous !== undefined && written !== undefined && previous.kind !== written.kind;
    const value = isMismatchedAddition ? previous : join(previous, written);
    latest.set(name, value);
    return toSetting(assignment, value, isMismatchedAddition);
  });
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

function join(previous: XlValue | undefined, added: XlValue | undefined): XlValue | undefined {
  if (previous === undefined || added === undefined || previous.kind !== added.kind) return added;
  if (previous.kind === 'list' && added.kind === 'list') return { ...added, items: [...previous.items, ...added.items] };
  if (previous.kind === 'atom' && added.kind === 'atom') return joinAtoms(previous, added);
  return added;
}

function joinAtoms(previous: AtomValue, added: AtomValue): AtomValue {
  const origin = StringOrigin.join(previous.origin, added.origin);
  return { ...added, text: previous.text + added.text, origin };
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
