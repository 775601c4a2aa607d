/** The contract of an assist: a change that a person may want at a place, although nothing is wrong there. */
import type { WrittenSetting } from '../../model/setting';
import type { ConfigKind } from '../../schema/config-kind';
import type { Message } from '../../text/message';
import type { TextEdit } from '../../text/text-edit';
import type { TextRange } from '../../text/text-range';
import type { FeatureContext } from '../feature';

/** What an assist has to work with. */
export interface AssistContext extends FeatureContext {
  /** The cursor or the selection. */
  readonly place: TextRange;
  /** The statement there, if it is one that xl can read. */
  readonly setting: WrittenSetting | undefined;
}

export interface AssistOffer {
  /** In the imperative. */
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** What a person should know before they take it. */
  readonly notes?: readonly Message[];
}

export interface Assist {
  /** Names the kind of the action: `refactor.rewrite.ID`. */
  readonly id: string;
  /** The domain stays the same, so that nobody has to look at the change first. */
  readonly keepsDomain: boolean;
  /** The kinds of files that it is for; only the config of a domain when left out. */
  readonly kinds?: readonly ConfigKind[];
  /** What can be done at a place; nothing where it does not apply. */
  readonly offer: (context: AssistContext) => Iterable<AssistOffer>;
}
