/** What a pasted text can be in a config: a device, in the list where it belongs. */
import type { TextEdit } from '../text/text-edit';
import { type TextRange } from '../text/text-range';
import { defineFeature } from './feature';
import { offerDevices } from './paste/offer-devices';

export interface PasteOffer {
  readonly title: string;
  /** In the place of what is pasted. */
  readonly edits: readonly TextEdit[];
}

/** The offer for a text that is pasted in the place of a range; undefined where it is to be pasted as it is. */
export const paste = defineFeature(({ model, say }, place: TextRange, text: string): PasteOffer | undefined => {
  const { tokens } = model.tree;
  const index = tokens.indexAt(place.start);
  const kind = tokens.startAt(index) < place.start ? tokens.kindAt(index) : tokens.kindAt(index - 1);
  // Who pastes into a string or a comment wants the text.
  const isInside = kind === 'comment' || (kind === 'string' && tokens.startAt(index) < place.start);
  const offer = isInside ? undefined : offerDevices(model, text, place);
  return offer === undefined ? undefined : { title: say(offer.title), edits: offer.edits };
});
