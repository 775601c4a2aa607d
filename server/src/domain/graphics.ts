/** Displays: of the emulated card, or of the framebuffer that xl makes for a PV domain. */
import type { OptionName } from '../options/index';
import { readField } from '../schema/domain-field';
import { toDefbool } from '../schema/libxl-text';
import { type JsonObject, setAt } from '../text/json';
import type { SettingReader } from './setting-reader';

const CARDS: Readonly<Record<string, string>> = { stdvga: 'std', cirrus: 'cirrus', none: 'none', qxl: 'qxl' };

/** The settings that stand for a framebuffer in a PV domain; it has the fields that the card of an HVM domain has. */
const DISPLAY: readonly OptionName[] = [
  'vnc',
  'vnclisten',
  'vncpasswd',
  'vncdisplay',
  'vncunused',
  'sdl',
  'opengl',
  'display',
  'xauthority',
  'keymap',
];
const OF_THE_CARD = 'b_info.type.hvm.';

export function readGraphics(reader: SettingReader, domain: JsonObject): void {
  if (reader.domainType !== 'hvm') return;
  readCard(reader, domain);
  readPassthrough(reader, domain);
}

/** The framebuffer that the settings outside of `vfb` stand for, where a PV domain has no other. */
export function readImpliedFramebuffer(reader: SettingReader): JsonObject | undefined {
  if (reader.domainType !== 'pv' || (reader.number('vnc') ?? 0n) === 0n) return undefined;
  const struct: JsonObject = {};
  for (const { option, value } of DISPLAY.flatMap((name) => reader.find(name) ?? [])) {
    if (option?.field === undefined || value === undefined) continue;
    const read = readField(option.field, value, option.type, reader);
    if (read !== undefined) setAt(struct, option.field.at.slice(OF_THE_CARD.length), read);
  }
  return struct;
}

/** `stdvga` counts only where there is no `vga`. */
function readCard(reader: SettingReader, domain: JsonObject): void {
  const [card, stdvga] = [reader.text('vga'), reader.number('stdvga')];
  const kind = card === undefined ? (stdvga === undefined ? undefined : stdvga === 0n ? 'cirrus' : 'std') : CARDS[card];
  if (kind !== undefined) setAt(domain, 'b_info.type.hvm.vga.kind', kind);
}

function readPassthrough(reader: SettingReader, domain: JsonObject): void {
  const [text, number] = [reader.text('gfx_passthru'), reader.number('gfx_passthru')];
  if (text === undefined) return;
  setAt(domain, 'b_info.type.hvm.gfx_passthru', toDefbool(number !== 0n));
  if (number === undefined && text.toLowerCase() === 'igd') setAt(domain, 'b_info.type.hvm.gfx_passthru_kind', 'igd');
}
