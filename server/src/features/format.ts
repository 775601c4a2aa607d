/** The layout of a config: of all of it, of some lines, and of the line that is being typed. */
import { type FormatEdit, findFormatEdits, readForLayout, type ReadableText } from '../format/format-edits';
import { findTypingEdits } from '../format/typing-edits';
import type { FormatOptions } from '../format/style';
import { findLineEnd, findLineStart } from '../text/line-index';
import type { TextEdit } from '../text/text-edit';
import { rangesOverlap, type TextRange, textRange } from '../text/text-range';
import { isConfig } from './detect';
import { defineFeature, type FeatureContext } from './feature';

/** The changes that lay out a config; undefined for what is none, or cannot be told from something else because of its mistakes. */
export const format = defineFeature((context, options: FormatOptions): readonly TextEdit[] | undefined => {
  const readable = readConfig(context);
  return readable && findFormatEdits(readable, options).map(toEdit);
});

/** The same for the statements, comments and blank lines that a range touches. The edits of a statement are made together, or not at all. */
export const formatRange = defineFeature((context, { start, end }: TextRange, options: FormatOptions): readonly TextEdit[] => {
  const readable = readConfig(context);
  if (readable === undefined) return [];
  const { text, tree } = readable;
  const lines = textRange(findLineStart(text, start), findLineEnd(text, end));
  const isTouched = ({ range, statement }: FormatEdit): boolean =>
    rangesOverlap(lines, (statement === undefined ? undefined : tree.statements[statement]?.range) ?? range);
  return findFormatEdits(readable, options).filter(isTouched).map(toEdit);
});

/** What a line end that was just typed brings along; the cursor is at the start of the new line, or behind its indentation. */
export const formatOnType = defineFeature(({ model }, offset: number, options: FormatOptions): readonly TextEdit[] => {
  if (model.fileKind !== 'config') return [];
  return findTypingEdits(readForLayout(model.tree.text, model.tree, model.directives), offset, options);
});

/** Where xl could not read all of a text, it has to look like a config otherwise. */
function readConfig({ model: { tree, directives, fileKind } }: FeatureContext): ReadableText | undefined {
  const readable = readForLayout(tree.text, tree, directives);
  const isReadable = fileKind === 'config' && (readable.tree.statements.every(({ isBroken }) => !isBroken) || isConfig(tree.text));
  return isReadable ? readable : undefined;
}

function toEdit({ range, newText }: FormatEdit): TextEdit {
  return { range, newText };
}
