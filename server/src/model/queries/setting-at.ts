/** Finds the setting at a place of the text, and tells whether xl can read it. */
import { ACCEPTED_BY_XL } from '../../syntax/syntax-problem';
import { firstIndex } from '../../text/binary-search';
import { rangesOverlap, type TextRange, touchesOffset } from '../../text/text-range';
import type { DomainModel } from '../domain-model';
import type { WrittenSetting } from '../setting';

/** The setting that an offset touches. */
export function settingAt({ settings }: DomainModel, offset: number): WrittenSetting | undefined {
  const setting = settings[firstIndex(settings, ({ range }) => offset <= range.end)];
  return setting !== undefined && touchesOffset(setting.range, offset) ? setting : undefined;
}

/** Whether xl stumbles over the text of a setting. */
export function isBroken({ range }: { readonly range: TextRange }, { tree }: DomainModel): boolean {
  return tree.problems.some((problem) => !ACCEPTED_BY_XL.has(problem.code) && rangesOverlap(problem.range, range));
}
