/** Decides by its content whether a text is a domain config. */
import { findForeignName } from '../schema/foreign-names';
import { findOption } from '../schema/schema';

/** `config`: clearly a domain config. `python-config`: one for xm, written in Python. */
export type Detection = 'config' | 'python-config' | 'other';

/** Only the beginning of large files is looked at, in UTF-16 units. */
const MAX_LENGTH = 64 * 1024;
const MIN_OPTIONS = 3;
const MIN_SHARE = 0.6;
/** Names that hardly any other format has, or that every domain has. */
const TELLING_NAMES = new Set([
  'disk',
  'vif',
  'kernel',
  'bootloader',
  'builder',
  'vcpus',
  'maxmem',
  'on_crash',
  'on_reboot',
  'device_model_version',
]);
const ASSIGNMENT = /^[ \t]*([a-z][._0-9a-z]*)[ \t]*\+?=[ \t]*(.*)$/;
/** How a value of an xl.cfg begins. */
const VALUE = /^(?:["'[\d]|$)/;
const PYTHON = /^(?:import os\b|arch = os\.uname\(\)|from xen\.)/m;

/** Says what a text is. Careful: a text is a config only when most of its assignments are options of xl. */
export function detectConfig(text: string): Detection {
  const head = text.slice(0, MAX_LENGTH);
  let assignmentCount = 0;
  const options = new Set<string>();
  for (const line of head.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (/^\s*\[[\w .-]+\]\s*$/.test(line)) return 'other';
    const match = ASSIGNMENT.exec(line);
    if (match === null) continue;
    const [, name = '', value = ''] = match;
    assignmentCount += 1;
    const isKnown = findOption(name) !== undefined || findForeignName(name) !== undefined;
    if (isKnown && VALUE.test(value)) options.add(name);
  }
  const isTelling = [...options].some((name) => TELLING_NAMES.has(name));
  if (options.size < MIN_OPTIONS || options.size < assignmentCount * MIN_SHARE || !isTelling) return 'other';
  return PYTHON.test(head) ? 'python-config' : 'config';
}
