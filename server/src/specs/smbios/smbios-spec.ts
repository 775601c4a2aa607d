/** The language of SMBIOS strings (xl_parse.c, parse_config_data). */
import { SpecText, wholeOf } from '../../schema/spec-text';
import { leadingAtoms } from '../../schema/xl-value';
import type { KeyDeclaration, Spec } from '../../schema/value-types/value-type';
import { malformed } from '../spec-key';
import { text } from '../../schema/value-types/text';
import { unknownKey } from '../key-value';
import { splitAtEquals } from '../../schema/c-text/fields';

const NAMES = [
  ...['bios_vendor', 'bios_version', 'system_manufacturer', 'system_product_name', 'system_version', 'system_serial_number'],
  ...['baseboard_manufacturer', 'baseboard_product_name', 'baseboard_version', 'baseboard_serial_number', 'baseboard_asset_tag'],
  ...['baseboard_location_in_chassis', 'enclosure_manufacturer', 'enclosure_serial_number', 'enclosure_asset_tag'],
  ...['battery_manufacturer', 'battery_device_name', 'oem'],
];

const MAX_OEM_STRINGS = 99;

const SMBIOS_KEYS: readonly KeyDeclaration[] = NAMES.map((name) => ({ name, type: text(), summary: 'Is a string of the SMBIOS tables.' }));

export const SMBIOS_SPEC: Spec = {
  id: 'smbios',
  what: 'an SMBIOS string',
  keys: SMBIOS_KEYS,
  fields: (text) => [splitAtEquals(wholeOf(text))],
  toStruct(text) {
    const { key, value } = splitAtEquals(wholeOf(text));
    return { key: key?.text.toLowerCase() ?? '', value: value?.text ?? '' };
  },
  *checkValue(value, context) {
    let oemCount = 0;
    for (const atom of leadingAtoms(value)) {
      const item = new SpecText(atom);
      yield* SMBIOS_SPEC.checkItem(item, context);
      if (/^oem=./i.test(item.text) && ++oemCount === MAX_OEM_STRINGS + 1) {
        yield { code: 'refused-device-value', range: item.wholeRange, message: 'tooManyOem', data: {}, stage: 'parse' };
      }
    }
  },
  *checkItem(item, { target }) {
    const { whole, key, value } = splitAtEquals(item.whole);
    if (key === undefined || value === undefined) yield malformed(whole, item, 'noEquals');
    else if (value.text === '') yield malformed(whole, item, 'emptyValue');
    else if (!NAMES.includes(key.text.toLowerCase())) {
      yield unknownKey(key, item, { what: 'an SMBIOS string', keys: SMBIOS_KEYS, unknown: 'refused' }, undefined, target);
    }
  },
};
