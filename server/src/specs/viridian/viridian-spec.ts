/** The language of `viridian`: names from a fixed set (xl_parse.c, parse_config_data). */
import { message } from '../../text/message';
import { wholeOf } from '../../schema/spec-text';
import { isSince } from '../../schema/xen-version';
import type { KeyDeclaration, Spec } from '../../schema/value-types/value-type';
import { closestKey } from '../spec-key';
import { flag } from '../../schema/value-types/text';

const GROUPS: readonly KeyDeclaration[] = [
  { name: 'base', type: flag(), summary: 'Is the base interface, without which there is no other group.' },
  { name: 'freq', type: flag(), summary: 'Tells the guest the frequencies of its clocks.' },
  { name: 'time_ref_count', type: flag(), summary: 'Is a clock that is cheap to read.' },
  { name: 'reference_tsc', type: flag(), summary: 'Is a clock that is read without leaving the guest.' },
  { name: 'hcall_remote_tlb_flush', type: flag(), since: '4.7', summary: 'Flushes the TLB of other vCPUs with one call.' },
  { name: 'apic_assist', type: flag(), since: '4.7', summary: 'Saves exits at the end of interrupts.' },
  { name: 'crash_ctl', type: flag(), since: '4.9', summary: 'Lets the guest tell about its crashes.' },
  { name: 'synic', type: flag(), since: '4.13', summary: 'Is the synthetic interrupt controller.' },
  { name: 'stimer', type: flag(), since: '4.13', summary: 'Adds synthetic timers.' },
  { name: 'hcall_ipi', type: flag(), since: '4.13', summary: 'Sends interrupts to other vCPUs with one call.' },
  { name: 'ex_processor_masks', type: flag(), since: '4.15', summary: 'Allows more than 64 vCPUs in such calls.' },
  { name: 'no_vp_limit', type: flag(), since: '4.15', summary: 'Takes the limit of vCPUs away.' },
  { name: 'cpu_hotplug', type: flag(), since: '4.15', summary: 'Allows vCPUs to be plugged in.' },
  { name: 'defaults', type: flag(), summary: 'Stands for the groups that `viridian = 1` means.' },
  { name: 'all', type: flag(), summary: 'Stands for all groups.' },
];

export const VIRIDIAN_SPEC: Spec = {
  id: 'viridian',
  what: 'a Viridian group',
  keys: GROUPS,
  fields: (text) => [{ whole: wholeOf(text) }],
  *checkItem(item, { target }) {
    const declared = GROUPS.find(({ name }) => name === groupOf(item.text));
    if (declared !== undefined && isSince(target.xen, declared.since)) return;
    const closest = closestKey(item.text, GROUPS, target);
    const wording = declared !== undefined ? 'tooNew' : closest === undefined ? 'unknown' : 'misspelt';
    const data = { key: item.text, what: message('a Viridian group'), replacement: closest ?? '', since: declared?.since ?? '' };
    const replacements = wording === 'misspelt' && item.text !== '' ? [{ newText: closest ?? '', isSafe: false }] : [];
    yield { code: 'unknown-device-key', range: item.wholeRange, message: wording, data, stage: 'parse', replacements };
  },
};

/** The declared name that a text stands for; groups can be switched off, and these two have to be written as they are. */
function groupOf(text: string): string {
  if (text === 'all' || text === 'defaults') return text;
  const group = text.replace(/^!/, '').toLowerCase();
  return group === 'all' || group === 'defaults' ? '' : group;
}

/** libxl's bitmaps of groups have this many bits, of which `all` sets every one. */
const BITMAP_WIDTH = 64;

export interface ViridianGroups {
  readonly enabled: ReadonlySet<number>;
  readonly disabled: ReadonlySet<number>;
  readonly hasDefaults: boolean;
}

/** The groups that a list switches on and off, by their numbers; the last word on each counts. */
export function readViridian(texts: readonly string[]): ViridianGroups {
  const [enabled, disabled] = [new Set<number>(), new Set<number>()];
  for (const text of texts) {
    if (text === 'all') for (let bit = 0; bit < BITMAP_WIDTH; bit++) enabled.add(bit);
    const name = text.replace(/^!/, '').toLowerCase();
    const number = GROUPS.findIndex((group) => group.name === name);
    if (text === 'all' || text === 'defaults' || number < 0) continue;
    (text.startsWith('!') ? disabled : enabled).add(number);
    (text.startsWith('!') ? enabled : disabled).delete(number);
  }
  return { enabled, disabled, hasDefaults: texts.includes('defaults') };
}
