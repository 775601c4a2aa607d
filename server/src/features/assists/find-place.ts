/** What stands at the place of an assist. */
import type { DomainModel } from '../../model/domain-model';
import type { WrittenSetting } from '../../model/setting';
import type { List, StringLiteral, ValueNode } from '../../syntax/nodes';
import { ACCEPTED_BY_XL } from '../../syntax/syntax-problem';
import { firstIndex } from '../../text/binary-search';
import { rangesOverlap, touchesOffset } from '../../text/text-range';

/** The statement that an offset touches, unless xl stumbles over it. */
export function settingAt({ settings, tree }: DomainModel, offset: number): WrittenSetting | undefined {
  const setting = settings[firstIndex(settings, ({ range }) => offset <= range.end)];
  if (setting === undefined || setting.range.start > offset) return undefined;
  const isBroken = tree.problems.some(({ code, range }) => !ACCEPTED_BY_XL.has(code) && rangesOverlap(range, setting.range));
  return isBroken ? undefined : setting;
}

/** The innermost list around an offset. */
export function listAt({ assignment }: WrittenSetting, offset: number): List | undefined {
  let found: List | undefined;
  for (let node: ValueNode | undefined = assignment.value; node?.kind === 'list'; node = nodeAt(node.items, offset)) {
    if (!touchesOffset(node.range, offset)) break;
    found = node;
  }
  return found;
}

/** The string that an offset touches, alone or in a list. */
export function stringAt(setting: WrittenSetting, offset: number): StringLiteral | undefined {
  const { value } = setting.assignment;
  const node = value.kind === 'list' ? nodeAt(listAt(setting, offset)?.items ?? [], offset) : value;
  return node?.kind === 'string' && touchesOffset(node.range, offset) ? node : undefined;
}

function nodeAt(nodes: readonly ValueNode[], offset: number): ValueNode | undefined {
  return nodes[firstIndex(nodes, ({ range }) => offset <= range.end)];
}

/** Whether a text has no mistake at which xl stops. */
export function isReadByXl({ tree }: DomainModel): boolean {
  return tree.problems.every(({ code }) => ACCEPTED_BY_XL.has(code));
}
