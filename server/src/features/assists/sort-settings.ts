/** Sorts the settings of a file in the order of the manual. */
import type { DomainModel } from '../../model/domain-model';
import { type Option, optionsOf } from '../../options/index';
import { EVERY_KIND } from '../../schema/config-kind';
import type { WrittenSetting } from '../../model/setting';
import { message } from '../../text/message';
import { textRange, touchesOffset } from '../../text/text-range';
import type { Assist, AssistOffer } from './assist';
import { isReadByXl } from './find-place';
import { readBlocks, type StatementBlock } from './statement-blocks';

const RANKS: ReadonlyMap<Option, number> = new Map(EVERY_KIND.flatMap((kind) => optionsOf(kind)).map((option, index) => [option, index]));

export const sortSettings: Assist = {
  id: 'sortSettings',
  keepsDomain: true,
  kinds: EVERY_KIND,
  *offer({ model, place, setting }): Generator<AssistOffer> {
    const isAtName = setting !== undefined && touchesOffset(setting.nameRange, place.start);
    if (!isAtName || isSorted(model) || !isReadByXl(model)) return;
    const { text } = model.tree;
    yield { title: message('Sort the settings'), edits: [{ range: textRange(0, text.length), newText: sortText(model) }] };
  },
};

function isSorted({ settings }: DomainModel): boolean {
  return settings.every((setting, index) => index === 0 || rankOf(settings[index - 1]) <= rankOf(setting));
}

/** Names that no xl reads come last. */
function rankOf(setting: WrittenSetting | undefined): number {
  return (setting?.option === undefined ? undefined : RANKS.get(setting.option)) ?? RANKS.size;
}

/** Statements of one name keep their order, so that `+=` and a later `=` mean what they meant. */
function sortText(model: DomainModel): string {
  const { head, blocks, tail } = readBlocks(model);
  const sorted = [...blocks].sort((a, b) => rankOf(a.setting) - rankOf(b.setting));
  const body = sorted.flatMap((block, index) => (isSeparate(block, sorted[index - 1]) ? ['', block.text] : [block.text]));
  const isApart = tail.length > 0 && tail[0]?.trim() !== '';
  return `${[...head, ...body, ...(isApart ? [''] : []), ...tail].join('\n')}\n`;
}

/** An empty line goes before another section of the manual, and stays before comments. */
function isSeparate({ setting, isApart }: StatementBlock, before: StatementBlock | undefined): boolean {
  return before !== undefined && (isApart || setting.option?.section !== before.setting.option?.section);
}
