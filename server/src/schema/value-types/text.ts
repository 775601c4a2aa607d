/** Free text: names, command lines, addresses, paths. */
import { message, plainMessage } from '../../text/message';
import type { NamedFile } from './named-file';
import type { Spec, TextType } from './value-type';
import { refusedForm } from './device-value';
import { DOMAIN, type NamedThing } from '../named-thing';
import type { Mismatch } from '../value-problem';
import { canonicalUuid, toDefbool, UUID } from '../libxl-text';

export interface TextOptions {
  readonly mismatch?: Mismatch;
  /** What the text is, as a phrase. */
  readonly what?: string;
  readonly suggestions?: readonly string[];
  /** A form that xl insists on, with a phrase that says it. */
  readonly form?: { readonly pattern: RegExp; readonly phrase: string };
  /** The language inside the text. */
  readonly spec?: Spec;
  readonly identifies?: NamedThing;
  readonly refersTo?: NamedThing;
  /** The file that the text names, where it can be the path of one. */
  readonly file?: NamedFile;
}

/** Text that xl takes as it is. */
export function text(options: TextOptions = {}): TextType {
  const { mismatch, spec, identifies, refersTo, file } = options;
  return {
    kind: 'text',
    shape: 'atom',
    ...(mismatch === undefined ? {} : { mismatch: () => mismatch }),
    ...(spec === undefined ? {} : { spec }),
    ...(identifies === undefined ? {} : { identifies }),
    ...(refersTo === undefined ? {} : { refersTo }),
    ...(file === undefined ? {} : { file }),
    *check(placed, { key }) {
      const { form } = options;
      if (form === undefined || form.pattern.test(placed.text)) return;
      const phrase = plainMessage(form.phrase);
      if (key !== undefined) yield refusedForm(placed, phrase);
      else
        yield {
          code: 'refused-value-type',
          range: placed.range,
          message: 'wrongForm',
          data: { text: placed.text, form: phrase },
          stage: 'parse',
        };
    },
    describe: () => plainMessage(options.what ?? 'text'),
    suggest: () => (options.suggestions ?? []).map((each) => ({ text: each, isQuoted: true })),
    read: (each) => each,
  };
}

/** Text that xl reads past, or that the language reads in a way of its own. */
export function ignoredText(what?: string): TextType {
  return { ...text(what === undefined ? {} : { what }), read: () => undefined };
}

/** The name or number of a domain; whether it runs shows when the device is made. */
export function domainName(): TextType {
  return text({ what: 'name or number of a running domain', refersTo: DOMAIN });
}

export function uuid(): TextType {
  return { ...text({ what: 'UUID', form: { pattern: UUID, phrase: 'a UUID' } }), read: canonicalUuid };
}

/** A word that stands alone, without a value. */
export function flag(): TextType {
  return { ...text(), kind: 'flag', isFlag: true, describe: () => message('no value'), read: () => true };
}

/** A word that stands alone and sets a switch of libxl that has a default. */
export function defaultFlag(isOn: boolean): TextType {
  return { ...flag(), read: () => toDefbool(isOn) };
}
