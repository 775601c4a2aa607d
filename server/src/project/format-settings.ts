/** What a project file, or an editor, says of the layout. */
import { type ChoiceOption, type NumberOption, type PartialStyle, STYLE_OPTIONS, type StyleKey, type SwitchOption } from '../format/style';
import { message, type Message } from '../text/message';
import { isRecord } from './is-record';
import { describePath, type JsonPath, type Report } from './project-problem';

/** Reads the layout that somebody wants; what is wrong is reported, and counts as not said. */
export function readStyle(value: unknown, path: JsonPath, report: Report): PartialStyle {
  if (!isRecord(value)) {
    report(path, message('{place} has to be an object', { place: describePath(path) }));
    return {};
  }
  for (const key of Object.keys(value)) {
    const place = [...path, key];
    if (!Object.hasOwn(STYLE_OPTIONS, key))
      report(place, message('{place} is not a key that xlcfg knows', { place: describePath(place) }), 'name');
  }
  const read = <Value>(key: StyleKey, accepts: (value: unknown) => value is Value, problem: Message): Value | undefined => {
    const said = value[key];
    if (said === undefined || accepts(said)) return said;
    const place = [...path, key];
    report(place, message('{place} {problem}', { place: describePath(place), problem }));
    return undefined;
  };
  return {
    lists: read('lists', isWordOf(STYLE_OPTIONS.lists), wordsOf(STYLE_OPTIONS.lists)),
    trailingComma: read('trailingComma', isWordOf(STYLE_OPTIONS.trailingComma), wordsOf(STYLE_OPTIONS.trailingComma)),
    quotes: read('quotes', isWordOf(STYLE_OPTIONS.quotes), wordsOf(STYLE_OPTIONS.quotes)),
    alignment: read('alignment', isSwitch, message('has to be true or false')),
    printWidth: read('printWidth', isNumberOf(STYLE_OPTIONS.printWidth), boundsOf(STYLE_OPTIONS.printWidth)),
  };
}

function isWordOf<Word extends string>({ words }: ChoiceOption<Word>): (value: unknown) => value is Word {
  return (value): value is Word => typeof value === 'string' && Object.hasOwn(words, value);
}

function wordsOf({ words }: ChoiceOption<string>): Message {
  return message('has to be one of {words}', { words: Object.keys(words).join(', ') });
}

function isSwitch(value: unknown): value is SwitchOption['initial'] {
  return typeof value === 'boolean';
}

function isNumberOf({ min, max }: NumberOption): (value: unknown) => value is number {
  return (value): value is number => Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}

function boundsOf({ min, max }: NumberOption): Message {
  return message('has to be a whole number from {min} to {max}', { min: String(min), max: String(max) });
}
