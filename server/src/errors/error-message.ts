/** The contract of a declaration: what a program of Xen prints, what that means, and where it comes from. */
import type { AnyOptionName } from '../options/index';
import { type Message, plainMessage } from '../text/message';
import type { Stage } from '../text/problem';
import type { Look } from './look';

/** Who says it. `guest` is the domain's own kernel or initrd, `xend` the toolstack before xl. */
export type Program = 'xl' | 'libxl' | 'builder' | 'pygrub' | 'hotplug' | 'qemu' | 'xen' | 'guest' | 'xend';

export type Certainty = 'certain' | 'likely' | 'possible';

/** How a cause shows in a config. */
export interface Clues {
  /** The rules that find it. */
  readonly rules?: readonly string[];
  /** The options that it is about, of which the first one in the config is shown. */
  readonly options?: readonly AnyOptionName[];
}

export interface Cause extends Clues {
  readonly text: Message;
  readonly certainty: Certainty;
}

export interface ErrorMessage {
  readonly program: Program;
  /**
   * The wordings of all releases. What changes stands in braces, by a name of `PLACES`; the rest is what the message is
   * recognised by.
   */
  readonly says: readonly string[];
  /** When it is said. */
  readonly stage: Stage;
  /** In one or two sentences, with the places of `says`. */
  readonly meaning: Message;
  /** The most probable first. */
  readonly causes: readonly Cause[];
  readonly look: readonly Look[];
  /** The options in which the config writes what stands in the places; all of them when left out. */
  readonly options?: readonly AnyOptionName[];
  /** The domain is made all the same. */
  readonly isWarning?: true;
  /** Only says that something failed; the message before it says what. */
  readonly isConsequence?: true;
}

/** What is written down of a message; its texts are templates. */
export interface Declaration extends Omit<ErrorMessage, 'program' | 'meaning' | 'causes' | 'look' | 'stage'> {
  readonly meaning: string;
  readonly causes?: readonly Cause[];
  readonly look?: readonly Look[];
  readonly stage?: Stage;
}

/** What most messages of a group have in common. */
export interface Group {
  readonly program: Program;
  readonly stage: Stage;
  readonly look: readonly Look[];
}

/** Declares the messages of one program. */
export function declareMessages(group: Group, declarations: readonly Declaration[]): readonly ErrorMessage[] {
  return declarations.map((declaration) => ({
    causes: [],
    ...group,
    ...declaration,
    meaning: plainMessage(declaration.meaning),
  }));
}

/** A cause that the message proves. */
export function certain(text: string, clues: Clues = {}): Cause {
  return { text: plainMessage(text), certainty: 'certain', ...clues };
}

/** What it usually is. */
export function likely(text: string, clues: Clues = {}): Cause {
  return { text: plainMessage(text), certainty: 'likely', ...clues };
}

/** What it can be as well. */
export function possible(text: string, clues: Clues = {}): Cause {
  return { text: plainMessage(text), certainty: 'possible', ...clues };
}
