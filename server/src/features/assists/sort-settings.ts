/** Sorts the settings of a file in the order of the manual. */
import type { DomainModel } from '../../model/domain-model';
import { OPTIONS } from '../../options/index';
import { message } from '../../text/message';
import { textRange, touchesOffset } from '../../text/text-range';
import type { Assist, AssistOffer } from './assist';
import { isReadByXl } from './find-place';
import { readBlocks, type StatementBlock } from './statement-blocks';

const RANKS: ReadonlyMap<string, number> = new Map(OPTIONS.map(({ name }, index) => [name, index]));

export const sortSettings: Assist = {
  id: 'sortSettings',
  keepsDomain: true,
  *offer({ model, place, setting }): Generator<AssistOffer> {
    const isAtName = setting !== undefined && touchesOffset(setting.nameRange, place.start);
    if (!isAtName || isSorted(model) || !isReadByXl(model)) return;
    const { text } = model.tree;
    yield { title: message('Sort the settings'), edits: [{ range: textRange(0, text.length), newText: sortText(model) }] };
  },
};

function isSorted({ settings }: DomainModel): boolean {
  return settings.every(({ name }, index) => index === 0 || rankOf(settings[index - 1]?.name ?? '') <= rankOf(name));
}

/** Names that no xl reads come last. */
function rankOf(name: string): number {
  return RANKS.get(name) ?? RANKS.size;
}

/** Statements of one name keep their order, so that `+=` and a later `=` mean what they meant. */
function sortText(model: DomainModel): string {
  const { head, blocks, tail } = readBlocks(model);
  const sorted = [...blocks].sort((a, b) => rankOf(a.setting.name) - rankOf(b.setting.name));
  const body = sorted.flatMap((block, index) => (isSeparate(block, sorted[index - 1]) ? ['', block.text] : [block.text]));
  const isApart = tail.length > 0 && tail[0]?.trim() !== '';
  return `${[...head, ...body, ...(isApart ? [''] : []), ...tail].join('\n')}\n`;
}

/** An empty line goes before another section of the manual, and stays before comments. */
function isSeparate({ setting, isApart }: StatementBlock, before: StatementBlock | undefined): boolean {
  return before !== undefined && (isApart || setting.option?.section !== before.setting.option?.section);
}
