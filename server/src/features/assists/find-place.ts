/** What stands at the place of an assist. */
import type { DomainModel } from '../../model/domain-model';
import { isBroken, settingAt } from '../../model/queries/setting-at';
import type { WrittenSetting } from '../../model/setting';
import type { List, StringLiteral, ValueNode } from '../../syntax/nodes';
import { ACCEPTED_BY_XL } from '../../syntax/syntax-problem';
import { firstIndex } from '../../text/binary-search';
import { touchesOffset } from '../../text/text-range';

/** The setting that an offset touches, unless xl stumbles over it. */
export function readableSettingAt(model: DomainModel, offset: number): WrittenSetting | undefined {
  const setting = settingAt(model, offset);
  return setting === undefined || isBroken(setting, model) ? undefined : setting;
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
