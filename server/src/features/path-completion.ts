/** Completion of paths, from what lies in the folder: folders first, then the files that fit. */
import { compareNames } from '../facts/compare-names';
import type { FolderEntry, Listing } from '../facts/folders';
import { describeImage } from '../kernel/judge';
import { message, type Message } from '../text/message';
import type { Completion } from './completion-item';
import { defineFeature } from './feature';
import { type Fit, FITS, judgeFit } from './file-fit';
import { imageMarkdown } from './image-report';
import type { PathPlace } from './path-cursor';
import { escapeSnippet } from './snippet';

/**
 * What can be the next part of a path.
 * @param listing what lies in the folder of the place
 */
export const completePath = defineFeature(({ model, say }, place: PathPlace, { entries, images }: Listing): readonly Completion[] => {
  const offered = entries.filter(({ name }) => name !== '' && !name.includes('/') && !place.refused.test(name));
  return orderEntries(offered, place).map((entry, index): Completion => {
    if (entry.kind === 'folder') return folderItem(entry.name, place, index);
    const report = images.get(entry.name);
    const fit = judgeFit(place.use, entry, report, model);
    const item = fileItem(entry.name, place, fit, index);
    if (report === undefined) return item;
    const detail = describeFile(describeImage(report), fit, place);
    // Whether a kernel boots is worth a table.
    return { ...item, detail: say(detail), ...(place.use === 'kernel' ? { documentation: imageMarkdown(report, model.target, say) } : {}) };
  });
});

/** Names as people order them; of kernels and ramdisks, the newest first. */
function orderEntries(entries: readonly FolderEntry[], { use }: PathPlace): readonly FolderEntry[] {
  const ordered = [...entries].sort((a, b) => compareNames(a.name, b.name));
  return use === 'kernel' || use === 'ramdisk' ? ordered.reverse() : ordered;
}

function describeFile(what: Message, fit: Fit, { use }: PathPlace): Message {
  return fit === 'unfit' && use === 'kernel' ? message('{what}; does not boot here', { what }) : what;
}

function folderItem(name: string, { range, lead, isInString, isFollowed }: PathPlace, index: number): Completion {
  const text = `${lead}${name}${isFollowed ? '' : '/'}`;
  return {
    label: `${name}/`,
    kind: 'folder',
    range,
    newText: isInString ? text : `"${text}"`,
    ...(isInString ? {} : { snippet: `"${escapeSnippet(text)}$0"` }),
    sortKey: sortKey(0, name, index),
    opensNext: true,
  };
}

function fileItem(name: string, { range, lead, isInString }: PathPlace, fit: Fit, index: number): Completion {
  const text = `${lead}${name}`;
  const newText = isInString ? text : `"${text}"`;
  return { label: name, kind: 'file', range, newText, sortKey: sortKey(1 + FITS.indexOf(fit), name, index) };
}

/** Hidden files come behind the others of their group. */
function sortKey(group: number, name: string, index: number): string {
  return `${group}${name.startsWith('.') ? 1 : 0}${String(index).padStart(5, '0')}`;
}
