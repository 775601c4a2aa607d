/** Parts of the virtual machine whose settings come as lists or in two forms. */
import type { OptionName } from '../options/index';
import { leadingAtoms } from '../schema/xl-value';
import { toDefbool } from '../schema/libxl-text';
import { readViridian } from '../specs/viridian/viridian-spec';
import { type JsonObject, setAt } from '../text/json';
import type { SettingReader } from './setting-reader';

export function readPlatform(reader: SettingReader, domain: JsonObject): void {
  if (reader.domainType !== 'hvm') return;
  readEnlightenments(reader, domain);
  readTextOrList(reader, domain, 'serial');
  readTextOrList(reader, domain, 'usbdevice');
  const capabilities = reader.find('mca_caps')?.value;
  if (capabilities !== undefined && leadingAtoms(capabilities).length > 0) setAt(domain, 'b_info.type.hvm.mca_caps', 1);
}

function readEnlightenments(reader: SettingReader, domain: JsonObject): void {
  const value = reader.find('viridian')?.value;
  if (value === undefined) return;
  if (value.kind === 'atom') {
    const number = reader.number('viridian');
    if (number !== undefined) setAt(domain, 'b_info.type.hvm.viridian', toDefbool(number !== 0n));
    return;
  }
  const { enabled, disabled, hasDefaults } = readViridian(leadingAtoms(value).map(({ text }) => text));
  if (hasDefaults) setAt(domain, 'b_info.type.hvm.viridian', 'True');
  const fields: readonly (readonly [string, ReadonlySet<number>])[] = [
    ['enable', enabled],
    ['disable', disabled],
  ];
  for (const [name, set] of fields) {
    if (set.size > 0)
      setAt(
        domain,
        `b_info.type.hvm.viridian_${name}`,
        [...set].sort((a, b) => a - b),
      );
  }
}

/** One device as a string, several as a list, which is a field of its own. */
function readTextOrList(reader: SettingReader, domain: JsonObject, name: OptionName): void {
  const value = reader.find(name)?.value;
  if (value?.kind === 'atom') setAt(domain, `b_info.type.hvm.${name}`, value.text);
  const texts = value === undefined ? [] : leadingAtoms(value).map(({ text }) => text);
  if (texts.length > 0) setAt(domain, `b_info.type.hvm.${name}_list`, texts);
}
