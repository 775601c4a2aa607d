/**
 * Recognises domain configs, and the other files of xl, by their content. The client, which knows no names of options, takes every name for one and
 * thereby sees at once what can be none; the server asks the same with the names that it knows. It says yes to nothing
 * that the client turns away, because fewer known names never make a config of what is none.
 */

/**
 * `declared`: it says so itself, in a directive. `config`: clearly a domain config. `python-config`: one for xm, written in Python.
 * `xl.conf` and `cpupool`: the settings of xl, and the config of a CPU pool.
 */
export type Detection = 'declared' | 'config' | 'python-config' | OtherFile | 'other';

/** The files that xl reads beside configs of domains. */
export type OtherFile = 'xl.conf' | 'cpupool';

/** Says whether xl, or xm before it, knows an option of a name in a kind of file. */
export type KnowsOption = (name: string, kind: 'domain' | OtherFile) => boolean;

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
/** A line that hardly any other format has, and how much of the rest has to be options. */
const OTHER_FILES: Readonly<Record<OtherFile, { readonly telling: RegExp; readonly share: number }>> = {
  'xl.conf': {
    telling:
      /^[ \t]*(?:vif\.default\.(?:script|bridge|gatewaydev|backend)|vm\.(?:hvm\.|pv\.)?cpumask|autoballoon|claim_mode|run_hotplug_scripts)[ \t]*=/m,
    share: MIN_SHARE,
  },
  cpupool: { telling: /^[ \t]*(?:sched[ \t]*=[ \t]*["'](?:credit2?|rtds|null|arinc653)["']|nodes[ \t]*=[ \t]*\[)/im, share: 1 },
};
const MIN_OPTIONS_OF_OTHERS = 2;

/** A comment that speaks to us. */
const DIRECTIVE = /^[ \t]*#+[ \t]*xlcfg:|#[ \t]*xlcfg-disable/m;
/** The section heading of an ini file, which is no placeholder in a list. */
const SECTION = /^[ \t]*\[(?![A-Z][A-Z\d]*_[A-Z\d_]*\])[\w .-]+\][ \t\r]*$/m;
/** How a value of an xl.cfg begins, or what a template has for it; a value of a shell script begins with a dollar sign. */
const VALUE = /^(?:["'[\d]|\r?$|\{\{|<%|%[%(]|@\w)/;
const PYTHON = /^(?:import os\b|arch = os\.uname\(\)|from xen\.)/m;

/** Says what a text is. Careful: a text is a config only when most of its assignments are options of xl. */
export function recognizeConfig(text: string, isOption: KnowsOption): Detection {
  const head = text.slice(0, MAX_LENGTH);
  if (DIRECTIVE.test(head)) return 'declared';
  if (SECTION.test(head)) return 'other';
  const assignments = [...head.matchAll(ASSIGNMENT)].map(([, name = '', value = '']): Assignment => ({ name, isValue: VALUE.test(value) }));
  if (isDomain(assignments, isOption)) return PYTHON.test(head) ? 'python-config' : 'config';
  return (['xl.conf', 'cpupool'] as const).find((file) => isOther(head, assignments, file, isOption)) ?? 'other';
}

interface Assignment {
  readonly name: string;
  /** What follows can be a value of an xl.cfg. */
  readonly isValue: boolean;
}

function isDomain(assignments: readonly Assignment[], isOption: KnowsOption): boolean {
  const names = assignments.filter(({ name, isValue }) => isValue && isOption(name, 'domain')).map(({ name }) => name);
  const distinct = new Set(names);
  const isTelling = names.some((name) => TELLING_NAMES.has(name));
  return distinct.size >= MIN_OPTIONS && distinct.size >= assignments.length * MIN_SHARE && isTelling;
}

function isOther(head: string, assignments: readonly Assignment[], file: OtherFile, isOption: KnowsOption): boolean {
  const { telling, share } = OTHER_FILES[file];
  const distinct = new Set(assignments.filter(({ name, isValue }) => isValue && isOption(name, file)).map(({ name }) => name));
  return distinct.size >= MIN_OPTIONS_OF_OTHERS && distinct.size >= assignments.length * share && telling.test(head);
}

/** Whether a text can be a config at all; who knows the options decides. */
export function canBeConfig(text: string): boolean {
  return recognizeConfig(text, () => true) !== 'other';
}
