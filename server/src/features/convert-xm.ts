/** A config of the old xm toolstack as one for xl. */
import type { Say } from '../messages/say';
import type { ValidatedModel } from '../validation/validate';
import { message } from '../text/message';
import { type ConvertedConfig, convertXm as convert } from '../xm/convert';
import { defineFeature } from './feature';

export type { ConvertedConfig } from '../xm/convert';

/** What the text becomes; undefined where nothing in it is Python's alone. */
export const convertXm = defineFeature(({ model, say }): ConvertedConfig | undefined => convertPython(model, say));

/** The same for a model. */
export function convertPython({ kind, fileKind, tree }: ValidatedModel, say: Say): ConvertedConfig | undefined {
  const isPython = kind === 'domain' && tree.problems.some(({ code }) => code === 'python-code');
  if (!isPython || (fileKind !== 'python' && fileKind !== 'config')) return undefined;
  const { text, marked } = convert(tree.text);
  const head = message('Converted from a Python config of xm. Lines that could not be converted are marked with `# xm:`.');
  return { text: marked === 0 ? text : `# ${say(head)}\n${text}`, marked };
}
