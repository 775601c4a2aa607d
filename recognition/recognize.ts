/**
 * Recognises domain configs by their content. The client, which knows no names of options, takes every name for one and
 * thereby sees at once what can be none; the server asks the same with the names that it knows. It says yes to nothing
 * that the client turns away, because fewer known names never make a config of what is none.
 */

/** `declared`: it says so itself, in a directive. `config`: clearly a domain config. `python-config`: one for xm, written in Python. */
export type Detection = 'declared' | 'config' | 'python-config' | 'other';

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
const ASSIGNMENT = /^[ \t]*([a-z][._0-9a-z]*)[ \t]*\+?=[ \t]*(.*)$/gm;
/** A comment that speaks to us. */
const DIRECTIVE = /^[ \t]*#+[ \t]*xlcfg:|#[ \t]*xlcfg-disable/m;
/** The section heading of an ini file, which is no placeholder in a list. */
const SECTION = /^[ \t]*\[(?![A-Z][A-Z\d]*_[A-Z\d_]*\])[\w .-]+\][ \t\r]*$/m;
/** How a value of an xl.cfg begins, or what a template has for it; a value of a shell script begins with a dollar sign. */
const VALUE = /^(?:["'[\d]|\r?$|\{\{|<%|%[%(]|@\w)/;
const PYTHON = /^(?:import os\b|arch = os\.uname\(\)|from xen\.)/m;

/**
 * Says what a text is. Careful: a text is a config only when most of its assignments are options of xl.
 * @param isOption whether xl, or xm before it, knows an option of this name
 */
export function recognizeConfig(text: string, isOption: (name: string) => boolean): Detection {
  const head = text.slice(0, MAX_LENGTH);
  if (DIRECTIVE.test(head)) return 'declared';
  if (SECTION.test(head)) return 'other';
  const assignments = [...head.matchAll(ASSIGNMENT)];
  const names = assignments.filter(([, name = '', value = '']) => VALUE.test(value) && isOption(name)).map(([, name = '']) => name);
  const distinct = new Set(names);
  const isTelling = names.some((name) => TELLING_NAMES.has(name));
  if (distinct.size < MIN_OPTIONS || distinct.size < assignments.length * MIN_SHARE || !isTelling) return 'other';
  return PYTHON.test(head) ? 'python-config' : 'config';
}

/** Whether a text can be a domain config at all; who knows the options decides. */
export function canBeConfig(text: string): boolean {
  return recognizeConfig(text, () => true) !== 'other';
}
