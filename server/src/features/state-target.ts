/** Writes into a config for which Xen it is meant. */
import type { Target } from '../schema/target';
import type { TextEdit } from '../text/text-edit';
import { textRange } from '../text/text-range';
import { defineFeature } from './feature';

/** Changes the words that say what is to change, adds those that are missing to the last instruction, or begins the file with one. */
export const stateTarget = defineFeature(({ model }, target: Partial<Target>): readonly TextEdit[] => {
  const { tree, directives } = model;
  const { text } = tree;
  const { words } = directives;
  const wanted = Object.entries(target);
  const last = words.at(-1);
  if (wanted.length === 0) return [];
  if (last === undefined) {
    // A byte-order mark stays where it is.
    const start = text.startsWith('\ufeff') ? 1 : 0;
    const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
    return [{ range: textRange(start, start), newText: `# xlcfg: ${wanted.map(([key, value]) => `${key}=${value}`).join(' ')}${lineEnd}` }];
  }
  const changed = wanted.flatMap(([key, value]) =>
    words.filter((word) => word.key === key).map(({ range }) => ({ range, newText: `${key}=${value}` })),
  );
  const missing = wanted.filter(([key]) => !words.some((word) => word.key === key));
  const added = missing.map(([key, value]) => ` ${key}=${value}`).join('');
  return added === '' ? changed : appendTo(changed, last.range.end, added);
});

/** Adds a text after a place, where an edit may end already. */
function appendTo(edits: readonly TextEdit[], offset: number, added: string): readonly TextEdit[] {
  const touching = edits.find(({ range }) => range.end === offset);
  if (touching === undefined) return [...edits, { range: textRange(offset, offset), newText: added }];
  return edits.map((edit) => (edit === touching ? { ...edit, newText: edit.newText + added } : edit));
}
