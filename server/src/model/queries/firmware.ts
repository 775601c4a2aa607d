/** Which firmware an HVM domain is to have (xl_parse.c, parse_config_data). */
import { type DomainModel, isRead } from '../domain-model';
import { atomOf, type Setting } from '../setting';
import type { AtomValue } from '../../schema/xl-value';

const FIRMWARES = ['rombios', 'seabios', 'ovmf'] as const;
export type Firmware = (typeof FIRMWARES)[number];

export interface FirmwareChoice {
  readonly firmware: Firmware;
  readonly setting: Setting;
  readonly atom: AtomValue;
}

/** The firmware that a setting names; undefined where libxl chooses, which it does for the name `unknown` too. */
export function findFirmware({ byName, domainType, target }: DomainModel): FirmwareChoice | undefined {
  if (domainType !== 'hvm') return undefined;
  // xl reads `firmware` last; what it does not know there is a path.
  const known = (['firmware', 'bios'] as const).flatMap((name) => {
    const setting = byName.get(name);
    const atom = atomOf(setting);
    if (setting === undefined || atom === undefined || !isRead(setting, target, domainType)) return [];
    const word = readName(atom.text, name);
    return word === undefined ? [] : [{ word, setting, atom }];
  });
  const [first] = known;
  const firmware = FIRMWARES.find((each) => each === first?.word);
  return first === undefined || firmware === undefined ? undefined : { firmware, setting: first.setting, atom: first.atom };
}

/** Of `uefi` the beginning is enough. */
function readName(text: string, option: 'firmware' | 'bios'): string | undefined {
  const word = text.toLowerCase();
  if (word === 'unknown' || FIRMWARES.some((each) => each === word)) return word;
  return option === 'firmware' && 'uefi'.startsWith(text) ? 'ovmf' : undefined;
}
