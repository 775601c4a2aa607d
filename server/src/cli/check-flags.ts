/** `xlcfg check` on the command line: what it takes, and what that asks for. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { LanguageService, Severity } from '../language-service';
import { message, type Message } from '../text/message';
import { SEVERITIES } from '../text/problem';
import { REPORT_FORMATS, type ReportFormat } from './checked-share';
import { check, type CheckRequest } from './commands/check';
import { listFiles } from './commands/list-files';
import { showConfig } from './commands/show-config';
import { watch } from './commands/watch';
import { archOption, configOption, formatOption, type TargetFlags, targetOf, xenOption } from './common-flags';
import { parseDefaults } from './default-settings';
import { parseShard, type Shard } from './files/select-configs';
import type { FileReport } from './report-sinks';
import { NOTHING_SAID, type OutsideSettings } from '../project/resolve-settings';
import type { ExitStatus, Machine } from './terminal';

const COLORS = ['auto', 'always', 'never'] as const;

interface CheckFlags extends TargetFlags {
  readonly format: ReportFormat;
  readonly output: readonly FileReport[];
  readonly config?: string;
  readonly defaults: OutsideSettings;
  readonly maxWarnings?: number;
  readonly severity?: Severity;
  readonly hints?: boolean;
  readonly quiet?: boolean;
  readonly color: (typeof COLORS)[number];
  readonly fix?: boolean;
  readonly set: readonly string[];
  readonly concat?: boolean;
  readonly stdinFilename?: string;
  readonly changed?: true | string;
  readonly shard?: Shard;
  readonly skipOthers?: boolean;
  readonly listFiles?: boolean;
  readonly showConfig?: boolean;
  readonly watch?: boolean;
  readonly stats?: boolean;
}

/** Declares the command. */
export function addCheck(program: Command, service: LanguageService, machine: Machine, finish: (status: ExitStatus) => void): void {
  const say = (text: Message): string => service.say(text);
  const command = program
    .command('check')
    .description(say(message('report what xl refuses, ignores or misunderstands')))
    .argument('[files...]', say(message('configs, folders and globs to check, or - for standard input')))
    .addOption(formatOption(service, REPORT_FORMATS))
    .addOption(
      new Option('--output <format=file>', say(message('write a report to a file too; can be repeated')))
        .argParser((text, before: readonly FileReport[]) => [...before, readFileReport(text, service)])
        .default([], say(message('none'))),
    )
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .addOption(defaultsOption(service))
    .option('--max-warnings <number>', say(message('exit with 1 when there are more warnings')), (text) => parseCount(text, service))
    .addOption(new Option('--severity <level>', say(message('the least severity to show'))).choices([...SEVERITIES].reverse()))
    .option('--hints', say(message('show hints in the text output, as --severity hint does')))
    .option('--quiet', say(message('print findings only, and no totals')));
  addSelection(command, service);
  command
    .option('--fix', say(message('apply all safe fixes; the text of standard input is printed fixed')))
    .addOption(new Option('--color <when>', say(message('whether to print in colour'))).choices(COLORS).default('auto'))
    .option('--watch', say(message('check again what changes, until Ctrl+C')))
    .option('--stats', say(message('say what the run did on standard error')))
    .action(async (args: string[], flags: CheckFlags) => {
      const conflict = findConflict(args, flags);
      if (conflict !== undefined) command.error(`error: ${say(conflict)}`);
      const request = toRequest(args, flags, machine);
      finish(await commandOf(flags)(service, machine, request));
    });
}

function defaultsOption({ say }: LanguageService): Option {
  return new Option(
    '--defaults <json>',
    say(message('what holds where no project file says otherwise, such as {example}', { example: '{"xen": "4.17"}' })),
  )
    .argParser((text): OutsideSettings => {
      const read = parseDefaults(text);
      if ('template' in read) throw new InvalidArgumentError(say(read));
      return read;
    })
    .default(NOTHING_SAID, say(message('none')));
}

/** What is checked. */
function addSelection(command: Command, service: LanguageService): void {
  const say = (text: Message): string => service.say(text);
  command
    .addOption(
      new Option('--set <key=value>', say(message('add a line to each config, as xl create does; can be repeated')))
        .argParser((text, before: readonly string[]) => {
          if (!text.includes('='))
            throw new InvalidArgumentError(say(message('xl takes what has a = in it for a setting, and this has none.')));
          return [...before, text];
        })
        .default([], say(message('none'))),
    )
    .option('--concat', say(message('check the files as one config, one after the other')))
    .option('--stdin-filename <path>', say(message('the path for which standard input stands')))
    .option(
      '--changed [reference]',
      say(message('only what differs from the last commit in git, or from where the branch left a reference')),
    )
    .addOption(
      new Option('--shard <i/n>', say(message('only one of n shares of the files, for runs side by side'))).argParser((text) => {
        const shard = parseShard(text);
        if ('template' in shard) throw new InvalidArgumentError(say(shard));
        return shard;
      }),
    )
    .option('--skip-others', say(message('leave out files that are named but no configs, or ignored')))
    .option('--list-files', say(message('print the paths of what would be checked')))
    .option('--show-config', say(message('print the settings of the files, and where each comes from')));
}

function commandOf({ listFiles: lists, showConfig: shows, watch: watches }: CheckFlags): typeof check {
  if (lists === true) return listFiles;
  if (shows === true) return showConfig;
  return watches === true ? watch : check;
}

/** What cannot be asked for together. */
function findConflict(args: readonly string[], flags: CheckFlags): Message | undefined {
  const { changed, fix, set, concat } = flags;
  if (args.length === 0 && changed === undefined) return message("missing required argument 'files'");
  if (fix === true && (set.length > 0 || concat === true)) return message('--fix changes files, so it does not go with --set and --concat');
  if (flags.watch === true && (fix === true || flags.output.length > 0 || flags.format !== 'text' || args.includes('-')))
    return message('--watch prints text only, and does not go with --fix, --output and standard input');
  return undefined;
}

function toRequest(args: readonly string[], flags: CheckFlags, machine: Machine): CheckRequest {
  const { format, output, config, defaults, maxWarnings, severity, hints, quiet = false, color, fix = false, set, stdinFilename } = flags;
  const isColored = color === 'auto' ? machine.isColored : color === 'always';
  const files = output.map((each) => ({ format: each.format, isColored: color === 'always' }));
  return {
    selection: {
      args: args.length === 0 ? ['.'] : args,
      changed: flags.changed,
      shard: flags.shard,
      isOne: flags.concat ?? false,
      skipsOthers: flags.skipOthers ?? false,
    },
    options: {
      reports: [{ format, isColored }, ...files],
      severity: severity ?? (hints === true ? 'hint' : undefined),
      ...{ target: targetOf(flags), config, defaults, fix, added: set, stdinPath: stdinFilename, isQuiet: quiet },
    },
    files: output,
    maxWarnings,
    showsStatistics: flags.stats ?? false,
  };
}

function readFileReport(text: string, { say }: LanguageService): FileReport {
  const [, name = '', path = ''] = /^(\w+)=(.+)$/s.exec(text) ?? [];
  const format = REPORT_FORMATS.find((each) => each === name);
  if (format !== undefined) return { format, path };
  throw new InvalidArgumentError(
    say(message('It has to be FORMAT=FILE, where the format is one of {formats}.', { formats: REPORT_FORMATS.join(', ') })),
  );
}

function parseCount(text: string, { say }: LanguageService): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError(say(message('It has to be a whole number.')));
  return Number(text);
}
