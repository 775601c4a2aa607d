/** What a domain boots: command line, boot loader arguments, firmware; and its security labels. */
import { matchPrefix } from '../schema/value-types/prefix-choice';
import { leadingAtoms } from '../schema/xl-value';
import { type JsonObject, removeAt, setAt, valueAt } from '../text/json';
import type { SettingReader } from './setting-reader';

const BIOSES = ['unknown', 'rombios', 'seabios', 'ovmf'];

export function readBoot(reader: SettingReader, domain: JsonObject): void {
  readCommandLine(reader, domain);
  readBootloaderArguments(reader, domain);
  readLabels(reader, domain);
  if (reader.domainType !== 'hvm') return;
  const kernel = valueAt(domain, 'b_info.kernel');
  if (typeof kernel === 'string' && /(?:^|\/)hvmloader\/*$/.test(kernel)) removeAt(domain, 'b_info.kernel');
  readFirmware(reader, domain);
}

/** `cmdline` has the last word on `root` and `extra` (parse_cmdline). */
function readCommandLine(reader: SettingReader, domain: JsonObject): void {
  const [cmdline, root, extra] = (['cmdline', 'root', 'extra'] as const).map((name) => reader.text(name));
  const parts = [...(root === undefined ? [] : [`root=${root}`]), ...(extra === undefined ? [] : [extra])];
  const text = cmdline ?? (parts.length === 0 ? undefined : parts.join(' '));
  if (text !== undefined) setAt(domain, 'b_info.cmdline', text);
}

/** A string is split at blanks. */
function readBootloaderArguments(reader: SettingReader, domain: JsonObject): void {
  const value = reader.find('bootloader_args')?.value;
  if (value === undefined) return;
  const words =
    value.kind === 'list' ? leadingAtoms(value).map(({ text }) => text) : value.text.split(/[ \t\n]+/).filter((word) => word !== '');
  if (words.length > 0) setAt(domain, 'b_info.bootloader_args', words);
}

/** The label of the running domain moves out of the way when there is one for its start. */
function readLabels(reader: SettingReader, domain: JsonObject): void {
  const [first, running] = (['init_seclabel', 'seclabel'] as const).map((name) => reader.text(name));
  if (first !== undefined) setAt(domain, 'c_info.ssid_label', first);
  if (running !== undefined) setAt(domain, first === undefined ? 'c_info.ssid_label' : 'b_info.exec_ssid_label', running);
}

/** The name of a BIOS, a word for one, or a path; later than `bios` and `firmware_override`. */
function readFirmware(reader: SettingReader, domain: JsonObject): void {
  const text = reader.text('firmware');
  if (text === undefined) return;
  const bios = BIOSES.find((name) => name === text.toLowerCase());
  if (bios === 'unknown') removeAt(domain, 'b_info.type.hvm.bios');
  else if (bios !== undefined) setAt(domain, 'b_info.type.hvm.bios', bios);
  else if (matchPrefix(['uefi'], text) !== undefined) setAt(domain, 'b_info.type.hvm.bios', 'ovmf');
  else if (matchPrefix(['bios'], text) === undefined) setAt(domain, 'b_info.type.hvm.firmware', text);
}
