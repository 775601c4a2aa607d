/** `xlcfg check --show-config`: which settings hold for a config, and where each comes from. */
import { DEFAULT_TARGET, type LanguageService, type Say } from '../../language-service';
import { layersFor } from '../../project/project-file';
import { LineIndex } from '../../text/line-index';
import { message } from '../../text/message';
import { type CheckedFile, ConfigLoader } from '../config-files';
import { oneLine } from '../printable';
import { ProjectReader } from '../project';
import { printJson } from '../reporters/json';
import { createTerminal, EXIT, type ExitStatus, type Machine, type Terminal } from '../terminal';
import type { CheckRequest } from './check';

interface ShownSetting {
  readonly key: string;
  readonly value: string;
  /** Where it is said. */
  readonly from: string;
}

/** Prints the settings of each config. */
export async function showConfig(service: LanguageService, machine: Machine, { selection, options }: CheckRequest): Promise<ExitStatus> {
  const terminal = createTerminal(machine, service.say);
  const projects = new ProjectReader({ ...terminal, printError: () => undefined }, service.say, options.config);
  const { target, config, defaults, added, stdinPath } = options;
  const loader = new ConfigLoader(service, terminal, { target, config, defaults, added, stdinPath });
  const { files, hasFailed } = await loader.load(selection.args, (file) => file);
  const records: { readonly path: string; readonly settings: readonly ShownSetting[] }[] = [];
  for (const file of files) records.push({ path: file.path, settings: await listSettings(service.say, terminal, projects, file, options) });
  const isJson = options.reports[0]?.format === 'json';
  terminal.print(isJson ? printJson(records) : records.map(({ path, settings }) => toText(path, settings)).join(''));
  return hasFailed ? EXIT.usage : EXIT.fine;
}

function toText(path: string, settings: readonly ShownSetting[]): string {
  const lines = settings.map(({ key, value, from }) => `  ${oneLine(`${key}: ${value} (${from})`)}\n`);
  return `${oneLine(path)}\n${lines.join('')}`;
}

async function listSettings(
  say: Say,
  terminal: Terminal,
  projects: ProjectReader,
  { path, text, analysis }: CheckedFile,
  { target: flags, defaults }: CheckRequest['options'],
): Promise<readonly ShownSetting[]> {
  const shown = new Map<string, ShownSetting>();
  const add = (settings: object, from: string): void => {
    for (const { id, key, value } of flatten(settings)) shown.set(id, { key, value, from });
  };
  add({ ...DEFAULT_TARGET, migration: 'report' }, say(message('default')));
  const { target, directives } = analysis.model;
  // Nobody has to say the architecture where the options do.
  if (target.arch !== DEFAULT_TARGET.arch) add({ arch: target.arch }, say(message('what the config sets')));
  const { target: weakTarget, ...weak } = defaults;
  add({ ...weakTarget, ...weak }, '--defaults');
  const start = path === '-' ? './-' : path;
  const found = await projects.find(start);
  if (found !== undefined) {
    for (const { place, settings } of layersFor(found.project, terminal.relativeTo(found.file, start)))
      add(settings, place === '' ? found.file : `${found.file}, ${place}`);
  }
  for (const [key, value] of Object.entries(flags)) add({ [key]: value }, `--${key}`);
  const lines = new LineIndex(text);
  for (const { key, value = 'true', range } of directives.words) {
    // What is no release and no architecture says nothing.
    if ((key === 'xen' || key === 'arch') && value !== target[key]) continue;
    const line = String(lines.positionAt(range.start).line + 1);
    add({ [key]: value }, say(message('comment on line {line}', { line })));
  }
  return [...shown.values()];
}

interface FlatSetting {
  /** What overrules what has the same one. */
  readonly id: string;
  readonly key: string;
  readonly value: string;
}

/** One entry for each setting; those of lists add up, and those of objects are told apart by their names. */
function flatten(settings: object): readonly FlatSetting[] {
  return Object.entries(settings).flatMap(([key, value]: [string, unknown]): readonly FlatSetting[] => {
    if (Array.isArray(value)) return value.map((item) => ({ id: `${key} ${JSON.stringify(item)}`, key, value: show(item) }));
    if (typeof value !== 'object' || value === null) return [{ id: key, key, value: show(value) }];
    return Object.entries(value).map(([name, inner]: [string, unknown]) => ({
      id: `${key}.${name}`,
      key: `${key}.${name}`,
      value: show(inner),
    }));
  });
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
