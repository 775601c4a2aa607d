/** The command line: which commands there are and what they take. */
import { message } from '../text/message';
import { Argument, Command, CommanderError, Option } from 'commander';
import {
  ANSWER_FLAGS,
  type AnswerFlag,
  type Answers,
  CONFIG_KINDS,
  type ConfigKind,
  DEFAULT_TARGET,
  type LanguageService,
  TOPOLOGY_FORMATS,
  type XenVersion,
} from '../language-service';
import { addCheck } from './check-flags';
import { convert } from './commands/convert';
import { diff, type DiffOptions } from './commands/diff';
import { evacuate, type EvacuateOptions } from './commands/evacuate';
import { explain, type ExplainOptions } from './commands/explain';
import { format } from './commands/format';
import { archOption, type CommonFlags, configOption, formatOption, releaseOption, targetOf, xenOption } from './common-flags';
import { completion, type Shell, SHELLS } from './commands/completion';
import { init } from './commands/init';
import { kernel } from './commands/kernel';
import { listOptions } from './commands/options';
import { migration, type MigrationOptions } from './commands/migration';
import { newConfig } from './commands/new';
import { parse } from './commands/parse';
import { explainRule, type RuleFormat } from './commands/rule';
import { listRules } from './commands/rules';
import { describeProgram } from './completion/describe-program';
import { topology, type TopologyOptions } from './commands/topology';
import { upgrade } from './commands/upgrade';
import { why, type WhyOptions } from './commands/why';
import { createTerminal, EXIT, type ExitStatus, type Machine, type Terminal } from './terminal';

/**
 * Runs one command.
 * @param args the arguments after the name of the program
 * @returns the exit status
 */
export async function runProgram(args: readonly string[], service: LanguageService, machine: Machine): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.fine;
  const program = declareProgram(service, machine, (result) => {
    status = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
  return status;
}

/** Declares all commands with what they take. */
export function declareProgram(service: LanguageService, machine: Machine, finish: (status: ExitStatus) => void): Command {
  const terminal = createTerminal(machine, service.say);
  const program = new Command('xlcfg')
    .description(service.say(message('Checks Xen domain configuration files (xl.cfg) exactly as xl reads them.')))
    .version(machine.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.print(text), writeErr: (text) => terminal.printError(text) });
  addCheck(program, service, machine, finish);
  addFormat(program, service, terminal, finish);
  addParse(program, service, terminal, finish);
  addExplain(program, service, terminal, finish);
  addDiff(program, service, terminal, finish);
  addKernel(program, service, terminal, finish);
  addMigration(program, service, terminal, finish);
  addTopology(program, service, terminal, finish);
  addEvacuate(program, service, terminal, finish);
  addWhy(program, service, terminal, finish);
  addUpgrade(program, service, terminal, finish);
  addConvert(program, service, terminal, finish);
  addNew(program, service, terminal, finish);
  addListings(program, service, terminal, finish);
  addCompletion(program, service, terminal, finish);
  return program;
}

type Finish = (status: ExitStatus) => void;

interface FormatFlags extends CommonFlags {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly config?: string;
  readonly stdinFilename?: string;
}

function addFormat(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('format')
    .description(service.say(message('format configs without changing what xl reads')))
    .argument('<files...>', service.say(message('configs, folders and globs to format, or - for standard input')))
    .option('--check', service.say(message('write nothing; exit with 1 when a file would be formatted')))
    .option('--diff', service.say(message('write nothing; show what would change')))
    .option('--stdin-filename <path>', service.say(message('path to assume for standard input, to find its settings')))
    .addOption(formatOption(service))
    .addOption(configOption(service))
    .action(async (files: string[], { format: output, check: isCheck = false, diff = false, config, stdinFilename }: FormatFlags) => {
      finish(await format(service, terminal, files, { format: output, check: isCheck, diff, config, stdinFilename }));
    });
}

function addParse(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('parse')
    .description(service.say(message("show the settings as xl's own parser stores them")))
    .argument('<files...>', service.say(message('configs to parse, or - for standard input')))
    .addOption(formatOption(service))
    .action(async (files: string[], { format }: CommonFlags) => {
      finish(await parse(service, terminal, files, format));
    });
}

interface ExplainFlags extends Omit<CommonFlags, 'format'> {
  readonly format: ExplainOptions['format'];
  readonly config?: string;
}

function addExplain(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('explain')
    .description(service.say(message("show the domain that xl creates from a config, in the terms of libxl's JSON")))
    .argument('<files...>', service.say(message('configs to explain, or - for standard input')))
    .addOption(formatOption(service, ['text', 'json', 'markdown']))
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .action(async (files: string[], flags: ExplainFlags) => {
      finish(await explain(service, terminal, files, { format: flags.format, target: targetOf(flags), config: flags.config }));
    });
}

interface DiffFlags extends Omit<CommonFlags, 'format'> {
  readonly format: DiffOptions['format'];
  readonly running: string;
  readonly config?: string;
}

function addDiff(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('diff')
    .description(service.say(message('compare configs with the domains that run')))
    .argument('<files...>', service.say(message('configs to compare')))
    .requiredOption('--running <file>', service.say(message('what `xl list -l` printed, or - for standard input')))
    .addOption(formatOption(service, ['text', 'json', 'markdown']))
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .action(async (files: string[], flags: DiffFlags) => {
      const { format, running, config } = flags;
      finish(await diff(service, terminal, files, running, { format, target: targetOf(flags), config }));
    });
}

function addKernel(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('kernel')
    .description(service.say(message('look into kernel images and say for which domains they boot')))
    .argument('<files...>', service.say(message('images to look into')))
    .addOption(formatOption(service))
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .action(async (files: string[], flags: CommonFlags) => {
      finish(await kernel(service, terminal, files, { format: flags.format, target: { ...DEFAULT_TARGET, ...targetOf(flags) } }));
    });
}

interface MigrationFlags extends Omit<CommonFlags, 'format'> {
  readonly format: MigrationOptions['format'];
  readonly config?: string;
  readonly require?: 'movable' | 'conditional';
}

function addMigration(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('migration')
    .description(service.say(message('say which domains can move to another host, and what keeps the others')))
    .argument('<files...>', service.say(message('configs to judge, or - for standard input')))
    .addOption(
      new Option('--format <format>', service.say(message('how to print the result')))
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .addOption(
      new Option('--require <verdict>', service.say(message('exit with 1 when a domain is less than that'))).choices([
        'movable',
        'conditional',
      ]),
    )
    .action(async (files: string[], flags: MigrationFlags) => {
      const { format, config, require } = flags;
      finish(await migration(service, terminal, files, { format, target: targetOf(flags), config, require }));
    });
}

interface TopologyFlags extends Omit<CommonFlags, 'format'> {
  readonly format: TopologyOptions['format'];
  readonly config?: string;
  readonly filter?: string;
}

function addTopology(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('topology')
    .description(service.say(message('draw which domains run on which hosts, and what they share there')))
    .argument('[paths...]', service.say(message('configs, folders and globs to draw, the working directory by default')))
    .addOption(
      new Option('--format <format>', service.say(message('how to draw it'))).choices([...TOPOLOGY_FORMATS, 'json']).default('svg'),
    )
    .option('--filter <words>', service.say(message('draw only domains that have these words in their names, hosts, files or devices')))
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .action(async (paths: string[], flags: TopologyFlags) => {
      const { format, config, filter } = flags;
      const args = paths.length === 0 ? ['.'] : paths;
      finish(await topology(service, terminal, args, { format, target: targetOf(flags), config, filter }));
    });
}

interface EvacuateFlags extends Omit<CommonFlags, 'format'> {
  readonly format: EvacuateOptions['format'];
  readonly config?: string;
}

function addEvacuate(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('evacuate')
    .description(service.say(message('plan to empty a host of the project file, or say why that cannot be')))
    .argument('<host>', service.say(message('name of the host in `hosts`')))
    .argument('[paths...]', service.say(message('configs of all hosts, folders and globs; the working directory by default')))
    .addOption(formatOption(service, ['text', 'json', 'markdown']))
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .action(async (host: string, paths: string[], flags: EvacuateFlags) => {
      const { format, config } = flags;
      const args = paths.length === 0 ? ['.'] : paths;
      finish(await evacuate(service, terminal, host, args, { format, target: targetOf(flags), config }));
    });
}

interface WhyFlags extends Omit<CommonFlags, 'format'> {
  readonly format: WhyOptions['format'];
  readonly config?: string;
}

function addWhy(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('why')
    .description(service.say(message('explain what xl, libxl, QEMU or a hotplug script says, and where a config causes it')))
    .argument('<message>', service.say(message('one message or a whole log, or - for standard input')))
    .argument('[file]', service.say(message('the config that it is about')))
    .addOption(formatOption(service, ['text', 'json', 'markdown']))
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .action(async (text: string, path: string | undefined, flags: WhyFlags) => {
      const { format, config } = flags;
      finish(await why(service, terminal, { text, path }, { format, target: targetOf(flags), config }));
    });
}

interface UpgradeFlags extends Omit<CommonFlags, 'xen'> {
  readonly from: XenVersion;
  readonly to: XenVersion;
  readonly config?: string;
}

function addUpgrade(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('upgrade')
    .description(service.say(message('say what another release of Xen changes for configs')))
    .argument('<files...>', service.say(message('configs to compare, or - for standard input')))
    .addOption(releaseOption(service, '--from <version>', message('release that the configs run on')).makeOptionMandatory())
    .addOption(releaseOption(service, '--to <version>', message('release to go to')).makeOptionMandatory())
    .addOption(formatOption(service))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .action(async (files: string[], flags: UpgradeFlags) => {
      const { format, from, to, config } = flags;
      finish(await upgrade(service, terminal, files, { format, from, to, target: targetOf(flags), config }));
    });
}

function addConvert(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('convert')
    .description(service.say(message('print a Python config of xm as one for xl')))
    .argument('<file>', service.say(message('config to convert, or - for standard input')))
    .action(async (path: string) => {
      finish(await convert(service, terminal, path));
    });
}

interface NewFlags extends CommonFlags {
  readonly config?: string;
  readonly force?: boolean;
}

function addNew(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  const command = program
    .command('new')
    .description(service.say(message('write the config of a new domain; every flag is optional')))
    .argument('[file]', service.say(message('config to write, instead of printing it')));
  for (const flag of ANSWER_FLAGS) command.addOption(answerOption(flag, service));
  command
    .addOption(releaseOption(service, '--xen <version>', message('Xen release of the host, such as 4.17 or unstable')))
    .addOption(archOption(service))
    .addOption(configOption(service))
    .addOption(formatOption(service))
    .option('--force', service.say(message('replace an existing file')))
    .action(async (path: string | undefined, { format, config, force = false, ...answers }: NewFlags & Answers) => {
      finish(await newConfig(service, terminal, { path, isForced: force, format, answers, config }));
    });
}

/** A list is one answer, with commas between. */
function answerOption({ name, placeholder, summary, choices, isList }: AnswerFlag, { say }: LanguageService): Option {
  const option = new Option(`--${name} <${placeholder}>`, say(summary));
  if (choices !== undefined) option.choices(choices);
  if (isList === true) option.argParser((text, earlier?: string) => (earlier === undefined ? text : `${earlier},${text}`));
  return option;
}

function addListings(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('options')
    .description(service.say(message('list the options of xl.cfg, or of another file that xl reads')))
    .addOption(new Option('--file <kind>', service.say(message('whose options to list'))).choices(CONFIG_KINDS).default('domain'))
    .addOption(formatOption(service))
    .addOption(xenOption(service))
    .addOption(archOption(service))
    .action((flags: CommonFlags & { readonly file: ConfigKind }) => {
      const { file, format: output } = flags;
      finish(listOptions(service, terminal, { target: { ...DEFAULT_TARGET, ...targetOf(flags) }, file, format: output }));
    });
  program
    .command('rules')
    .description(service.say(message('list the rules')))
    .addOption(formatOption(service))
    .action(({ format }: CommonFlags) => {
      finish(listRules(service, terminal, format));
    });
  program
    .command('rule')
    .description(service.say(message('explain a rule: what it reports, why, and what to do')))
    .argument('<rule-id>', service.say(message('id of the rule, such as unknown-option')))
    .addOption(formatOption(service, ['text', 'markdown', 'json']))
    .action(async (id: string, { format }: { readonly format: RuleFormat }) => {
      finish(await explainRule(service, terminal, id, format));
    });
  program
    .command('init')
    .description(service.say(message('write a .xlcfg.json to start from')))
    .option('--schema', service.say(message('print the JSON schema of such files instead')))
    .action(async ({ schema = false }: { readonly schema?: boolean }) => {
      finish(await init(service, terminal, { schema }));
    });
}

function addCompletion(program: Command, service: LanguageService, terminal: Terminal, finish: Finish): void {
  program
    .command('completion')
    .description(service.say(message('print a script that completes commands and flags in a shell')))
    .addArgument(new Argument('<shell>', service.say(message('the shell'))).choices(SHELLS))
    .action((shell: Shell) => {
      finish(completion(terminal, describeProgram(program, service), shell));
    });
}
