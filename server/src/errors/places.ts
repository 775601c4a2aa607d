/** What changes from one message to the next, and how it leads to a line of the config. */

/** `number` in any base; `word` without blanks; `text` is anything. */
export type Form = 'number' | 'word' | 'text';

/** `value`: the config writes it; `option`: the name of a setting; `line`: a line as xl counts; the others as the devices they name. */
export type Lead = 'value' | 'option' | 'line' | 'bdf' | 'vdev' | 'backend';

interface Place {
  readonly form: Form;
  readonly lead?: Lead;
}

export const PLACES = {
  line: { form: 'number', lead: 'line' },
  number: { form: 'number' },
  limit: { form: 'number' },
  rc: { form: 'number' },
  pid: { form: 'number' },
  domid: { form: 'number' },
  option: { form: 'word', lead: 'option' },
  vdev: { form: 'word', lead: 'vdev' },
  bdf: { form: 'word', lead: 'bdf' },
  backend: { form: 'word', lead: 'backend' },
  bridge: { form: 'word', lead: 'value' },
  word: { form: 'word', lead: 'value' },
  program: { form: 'word' },
  path: { form: 'text', lead: 'value' },
  value: { form: 'text', lead: 'value' },
  domain: { form: 'text' },
  reason: { form: 'text' },
  other: { form: 'text' },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof PLACES;

/** The values of the places of one message. */
export type Values = Readonly<Partial<Record<PlaceName, string>>>;

const FORMS: Readonly<Record<Form, RegExp>> = {
  number: /^[+-]?(?:0x)?[\da-f]+$/i,
  word: /^\S+$/,
  text: /^/,
};

/** Whether a text can stand in a place. */
export function fits(name: PlaceName, text: string): boolean {
  return FORMS[PLACES[name].form].test(text);
}

export function isPlaceName(name: string): name is PlaceName {
  return Object.hasOwn(PLACES, name);
}

/** How what stands in a place leads to a line of the config, if it does. */
export function leadOf(name: PlaceName): Lead | undefined {
  const place: Place = PLACES[name];
  return place.lead;
}
