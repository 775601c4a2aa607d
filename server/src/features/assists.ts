/** What can be done at a place where nothing is wrong. */
import type { TextEdit } from '../text/text-edit';
import type { TextRange } from '../text/text-range';
import { readableSettingAt } from './assists/find-place';
import { ASSISTS } from './assists/index';
import { defineFeature } from './feature';

export interface AssistAction {
  /** Which assist it is. */
  readonly id: string;
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The domain stays the same, so that nobody has to look at the change first. */
  readonly keepsDomain: boolean;
  /** What a person should know before they take it. */
  readonly notes: readonly string[];
}

/** The assists for the cursor or the selection. */
export const assists = defineFeature((context, place: TextRange): readonly AssistAction[] => {
  const { model, say } = context;
  const setting = model.fileKind === 'config' ? readableSettingAt(model, place.start) : undefined;
  return ASSISTS.filter(({ kinds = ['domain'] }) => kinds.includes(model.kind)).flatMap(({ id, keepsDomain, offer }) =>
    [...offer({ ...context, place, setting })].map(({ title, edits, notes = [] }) => ({
      id,
      title: say(title),
      edits,
      keepsDomain,
      notes: notes.map((note) => say(note)),
    })),
  );
});
