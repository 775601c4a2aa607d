/** Puts messages into words: the one way from data to a text that people read. */
import type { Message, Word } from '../text/message';

/** The texts of a language by their English templates; what is missing stays English. */
export type Translation = Readonly<Record<string, string>>;

/** Puts a message into words. */
export type Say = (message: Message) => string;

/** Longest stretch of a value that a text repeats, and of anything else, such as a name or a list of what is possible. */
const MAX_QUOTED = 60;
const MAX_NAMED = 1000;

/** Speaks a language. A word that a template asks for and nobody gave stays in braces. */
export function createSay(translation: Translation = {}): Say {
  const say = ({ template, data }: Message): string =>
    (translation[template] ?? template).replace(/\{(\w+)\}/g, (whole, key: string) => {
      const word = data[key];
      return word === undefined ? whole : sayWord(word, key === 'text' ? MAX_QUOTED : MAX_NAMED);
    });
  const sayWord = (word: Word, limit: number): string => {
    if (typeof word !== 'string') return say(word);
    return word.length > limit ? `${word.slice(0, limit)}…` : word;
  };
  return say;
}

/** Speaks English. */
export const sayInEnglish: Say = createSay();
