/** What a domain has of the settings of its host (xl_parse.c, parse_config_data). */
import { OPTIONS } from '../options/index';
import { parseCNumber } from '../schema/c-text/c-number';
import { readField } from '../schema/domain-field';
import type { HostSetting } from '../schema/host-defaults';
import { toDefbool } from '../schema/libxl-text';
import { isKnownTo } from '../schema/option';
import { unplacedAtom } from '../schema/xl-value';
import { type JsonObject, setAt } from '../text/json';
import type { SettingReader } from './setting-reader';

/** Switches that no config has. */
const SWITCHES: readonly (readonly [HostSetting, string])[] = [
  ['run_hotplug_scripts', 'c_info.run_hotplug_scripts'],
  ['claim_mode', 'b_info.claim_mode'],
];

/** Fills in what holds where the config does not say; what the config says is read afterwards. */
export function readHostDefaults(reader: SettingReader, domain: JsonObject): void {
  const { hostDefaults, target } = reader;
  for (const [name, at] of SWITCHES) setAt(domain, at, toDefbool(isOn(hostDefaults.get(name) ?? '1')));
  const start = hostDefaults.get('blkdev_start');
  if (start !== undefined) setAt(domain, 'b_info.blkdev_start', start);
  for (const option of OPTIONS) {
    const { field, type, defaultFrom } = option;
    const text = defaultFrom === undefined ? undefined : hostDefaults.get(defaultFrom);
    if (text === undefined || field === undefined || !isKnownTo(option, target)) continue;
    const read = readField(field, unplacedAtom(text), type, reader);
    if (read !== undefined) setAt(domain, field.at, read);
  }
}

function isOn(text: string): boolean {
  const number = parseCNumber(text);
  return number.kind === 'number' && number.value !== 0n;
}
