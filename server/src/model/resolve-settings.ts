/** Turns assignments into settings: values as xl stores them, `+=` joined, names looked up. */
import { type FieldsByOption, NOTHING_ALLOWED, withoutAllowedKeys } from '../schema/allowance';
import type { AtomValue, XlValue } from '../schema/xl-value';
import { findOption } from '../options/index';
import type { ConfigKind } from '../schema/config-kind';
import type { Assignment, SyntaxTree, ValueNode } from '../syntax/nodes';
import { touchesAny } from '../syntax/parse-template';
import { StringOrigin } from '../text/string-origin';
import type { TextRange } from '../text/text-range';
import type { Setting, WrittenSetting } from './setting';

/** The settings of a text, in its order. */
export interface ResolvedSettings {
  /** One a statement. */
  readonly written: readonly WrittenSetting[];
  /** One for every `=` with the `+=` that follow it, also where a later `=` overrules them. */
  readonly effective: readonly Setting[];
}

/** One statement with `=` and those with `+=` that follow it: what xl joins into one value. */
interface Chain {
  readonly first: WrittenSetting;
  readonly parts: WrittenSetting[];
  /** The kind of the value, once there is one. */
  kind: XlValue['kind'] | undefined;
}

/** The settings of another version of a text, with what they were made of. */
export interface EarlierSettings extends ResolvedSettings {
  readonly tree: SyntaxTree;
  readonly kind: ConfigKind;
  readonly allowed: FieldsByOption;
}

/**
 * Resolves the assignments of a tree.
 * @param kind says whose options the names are
 * @param allowed fields of device strings that count as not written
 * @param earlier of another version of the text: what both trees begin with is the same here too
 */
export function resolveSettings(
  tree: SyntaxTree,
  kind: ConfigKind = 'domain',
  allowed: FieldsByOption = NOTHING_ALLOWED.fields,
  earlier?: EarlierSettings,
): ResolvedSettings {
  const chains: Chain[] = [];
  const latest = new Map<string, Chain>();
  const known = earlier?.kind === kind ? earlier.written.slice(0, countCommon(tree, earlier.tree)) : [];
  const written = tree.assignments.map((assignment, index) => {
    const chain = assignment.operator === '+=' ? latest.get(assignment.name.text) : undefined;
    const setting = known[index] ?? resolve(assignment, kind, chain, tree.template?.holes ?? []);
    if (chain !== undefined) {
      chain.parts.push(setting);
      chain.kind ??= setting.value?.kind;
    } else {
      const begun = { first: setting, parts: [setting], kind: setting.value?.kind };
      chains.push(begun);
      latest.set(setting.name, begun);
    }
    return setting;
  });
  const effective = earlier?.allowed === allowed ? earlier.effective : [];
  return { written, effective: chains.map((chain, index) => findSame(chain, effective[index]) ?? toSetting(chain, allowed)) };
}

/** How many statements two trees begin with that are the same objects; what is made of them depends on nothing behind them. */
function countCommon(left: SyntaxTree, right: SyntaxTree): number {
  if (left.template !== undefined || right.template !== undefined) return 0;
  const different = left.assignments.findIndex((each, index) => each !== right.assignments[index]);
  return different < 0 ? left.assignments.length : different;
}

function resolve(assignment: Assignment, kind: ConfigKind, chain: Chain | undefined, holes: readonly TextRange[]): WrittenSetting {
  const value = toValue(assignment.value, assignment.operator === '+=', holes);
  return toWritten(assignment, kind, value, chain?.kind !== undefined && value !== undefined && chain.kind !== value.kind);
}

/** The setting of an earlier version, where it is made of the same single statement. */
function findSame({ first, parts }: Chain, earlier: Setting | undefined): Setting | undefined {
  return parts.length === 1 && earlier?.parts.length === 1 && earlier.parts[0] === first ? earlier : undefined;
}

function toSetting({ first, parts }: Chain, allowed: FieldsByOption): Setting {
  const setting = { ...(parts.at(-1) ?? first), value: joinAll(parts), parts };
  const [spec, fields] = [setting.option?.type.spec, allowed.get(setting.name)];
  return spec === undefined || fields === undefined ? setting : { ...setting, value: withoutAllowedKeys(setting.value, spec, fields) };
}

function toWritten(assignment: Assignment, kind: ConfigKind, value: XlValue | undefined, isMismatchedAddition: boolean): WrittenSetting {
  const { name, range, operator } = assignment;
  return {
    name: name.text,
    nameRange: name.range,
    range,
    operator,
    value,
    valueRange: assignment.value.range,
    option: findOption(name.text, kind),
    isMismatchedAddition,
    assignment,
  };
}

/** The joined value, placed where its last part stands. */
function joinAll(parts: readonly WrittenSetting[]): XlValue | undefined {
  if (parts.length === 1) return parts[0]?.value;
  const [atoms, items]: [AtomValue[], XlValue[]] = [[], []];
  let last: XlValue | undefined;
  for (const { value, isMismatchedAddition } of parts) {
    if (value === undefined || isMismatchedAddition) continue;
    last = value;
    if (value.kind === 'atom') atoms.push(value);
    else for (const item of value.items) items.push(item);
  }
  if (last === undefined) return undefined;
  if (last.kind === 'list') return { ...last, items };
  return { ...last, text: atoms.map(({ text }) => text).join(''), origin: StringOrigin.join(atoms.map(({ origin }) => origin)) };
}

/** No option of xl reads lists nested deeper than this; what lies below is left out. */
const MAX_DEPTH = 32;

/** @param holes of a template: a number there is none that anybody wrote */
function toValue(node: ValueNode, isAppended: boolean, holes: readonly TextRange[], depth = 0): XlValue | undefined {
  switch (node.kind) {
    case 'string':
      return { kind: 'atom', text: node.value, range: node.range, origin: node.origin, isNumberToken: false, isAppended };
    case 'number': {
      if (touchesAny(holes, node.range)) return undefined;
      const origin = StringOrigin.plain(node.range.start, node.text.length);
      return { kind: 'atom', text: node.text, range: node.range, origin, isNumberToken: true, isAppended };
    }
    case 'list': {
      const items = depth < MAX_DEPTH ? node.items.map((item) => toValue(item, false, holes, depth + 1)) : [];
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
