/** Puts messages into words: the one way from data to a text that people read. */
import type { Message, Word } from '../text/message';

/** The texts of a language by their English templates; what is missing stays English. */
export type Translation = Readonly<Record<string, string>>;

/** Puts a message into words; a word of the file stays what it is. */
export type Say = (word: Word) => string;

/** Longest stretch of a value that a text repeats, and of anything else, such as a name or a list of what is possible. */
const MAX_QUOTED = 60;
const MAX_NAMED = 1000;

/** Speaks a language. A word that a template asks for and nobody gave stays in braces. */
export function createSay(translation: Translation = {}): Say {
  const fill = ({ template, data }: Message): string =>
    (translation[template] ?? template).replace(/\{(\w+)\}/g, (whole, key: string) => {
      const word = data[key];
      if (typeof word !== 'string') return word === undefined ? whole : fill(word);
      const limit = key === 'text' ? MAX_QUOTED : MAX_NAMED;
      return word.length > limit ? `${word.slice(0, limit)}…` : word;
    });
  return (word) => (typeof word === 'string' ? word : fill(word));
}

/** Speaks English. */
export const sayInEnglish: Say = createSay();
