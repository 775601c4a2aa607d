/** Displays: of the emulated card, or of the framebuffer that xl makes for a PV domain. */
import type { OptionName } from '../options/index';
import { toDefbool } from '../schema/libxl-text';
import { type JsonObject, setAt } from '../text/json';
import type { SettingReader } from './setting-reader';

const CARDS: Readonly<Record<string, string>> = { stdvga: 'std', cirrus: 'cirrus', none: 'none', qxl: 'qxl' };

const DISPLAY_FIELDS: readonly (readonly [name: OptionName, field: string, as: 'switch' | 'text' | 'number'])[] = [
  ['vnc', 'vnc.enable', 'switch'],
  ['vnclisten', 'vnc.listen', 'text'],
  ['vncpasswd', 'vnc.passwd', 'text'],
  ['vncdisplay', 'vnc.display', 'number'],
  ['vncunused', 'vnc.findunused', 'switch'],
  ['sdl', 'sdl.enable', 'switch'],
  ['opengl', 'sdl.opengl', 'switch'],
  ['display', 'sdl.display', 'text'],
  ['xauthority', 'sdl.xauthority', 'text'],
];

export function readGraphics(reader: SettingReader, domain: JsonObject): void {
  if (reader.domainType !== 'hvm') return;
  for (const [path, value] of Object.entries(readDisplay(reader))) setAt(domain, `b_info.type.hvm.${path}`, value);
  const keymap = reader.text('keymap');
  if (keymap !== undefined) setAt(domain, 'b_info.type.hvm.keymap', keymap);
  readCard(reader, domain);
  readPassthrough(reader, domain);
}

/** The framebuffer that the settings outside of `vfb` stand for, where a PV domain has no other. */
export function readImpliedFramebuffer(reader: SettingReader): JsonObject | undefined {
  if (reader.domainType !== 'pv' || (reader.number('vnc') ?? 0n) === 0n) return undefined;
  const struct: JsonObject = {};
  for (const [path, value] of Object.entries(readDisplay(reader))) setAt(struct, path, value);
  const keymap = reader.text('keymap');
  return keymap === undefined ? struct : { ...struct, keymap };
}

function readDisplay(reader: SettingReader): Readonly<Record<string, string | number>> {
  const fields: Record<string, string | number> = {};
  for (const [name, path, as] of DISPLAY_FIELDS) {
    const number = as === 'text' ? undefined : reader.number(name);
    const text = as === 'text' ? reader.text(name) : undefined;
    if (text !== undefined) fields[path] = text;
    else if (number !== undefined && as === 'switch') fields[path] = toDefbool(number !== 0n);
    else if (number !== undefined && BigInt.asIntN(32, number) !== 0n) fields[path] = Number(BigInt.asIntN(32, number));
  }
  return fields;
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
