/** `xlcfg check`: judges configs as xl reads them. */
import type { LanguageService } from '../../language-service';
import { message } from '../../text/message';
import type { CheckedShare, CheckOptions, ConfigSource, Totals } from '../checked-share';
import { NOTHING_FOUND } from '../files/find-configs';
import { type SelectedConfigs, selectConfigs, type Selection } from '../files/select-configs';
import { inShares } from '../in-shares';
import { oneLine } from '../printable';
import { NeighbourFinder } from '../neighbourhood';
import { Progress } from '../progress';
import { ProjectReader } from '../project';
import { type FileReport, ReportSinks } from '../report-sinks';
import { ShareChecker } from '../share-checker';
import { createTerminal, EXIT, type ExitStatus, type Machine } from '../terminal';

/** So many files are checked in one go; what is said of them is printed together. */
const SHARE = 64;
/** For so many files, one more thread is worth its start. */
const MANY = 300;

/** What `check` is asked for. */
export interface CheckRequest {
  readonly selection: Selection;
  readonly options: CheckOptions;
  /** The reports behind the first one, which goes to standard output. */
  readonly files: readonly FileReport[];
  readonly maxWarnings: number | undefined;
  readonly showsStatistics: boolean;
}

/** Checks what was asked for, prints what was found, and says how it went. */
export async function check(service: LanguageService, machine: Machine, request: CheckRequest): Promise<ExitStatus> {
  const terminal = createTerminal(machine, service.say);
  const { selection, options } = request;
  const projects = new ProjectReader(terminal, service.say, options.config);
  const selected = await selectConfigs(terminal, projects, selection);
  if ('template' in selected) {
    terminal.printError(`${service.say(selected)}\n`);
    return EXIT.usage;
  }
  const sources = await new NeighbourFinder(service, terminal, options).addTo(selected.sources);
  const { status, hasSeen } = await checkSources(service, machine, sources, request);
  return reportProblems(service, machine, selected, hasSeen) ? status : EXIT.usage;
}

/**
 * Says which arguments stand for nothing.
 * @param hasSeen whether there was any config among what was found
 * @returns whether all stand for something
 */
export function reportProblems(
  { say }: LanguageService,
  machine: Machine,
  { problems, isNarrowed }: SelectedConfigs,
  hasSeen: boolean,
): boolean {
  const terminal = createTerminal(machine, say);
  for (const { argument, reason } of problems) terminal.printFailure(argument, { kind: 'unreadable', reason });
  const isEmpty = !hasSeen && !isNarrowed && problems.length === 0;
  if (isEmpty) terminal.printError(`${say(NOTHING_FOUND)}\n`);
  return problems.length === 0 && !isEmpty;
}

/** How a run went. */
export interface CheckOutcome {
  readonly status: ExitStatus;
  /** There was a config, or something that could not be read. */
  readonly hasSeen: boolean;
}

/** Checks configs that have been found. */
export async function checkSources(
  service: LanguageService,
  machine: Machine,
  sources: readonly ConfigSource[],
  { options, files, maxWarnings, showsStatistics }: CheckRequest,
): Promise<CheckOutcome> {
  const start = machine.now();
  const progress = new Progress(machine, service.say, sources.length);
  const sinks = new ReportSinks(service, machine, options, files, (text) => {
    progress.clear();
    // The text that was read from standard input and fixed goes to standard output, so the findings cannot.
    if (options.fix && sources.some(readsInput)) machine.writeError(text);
    else machine.writeOutput(text, 'utf8');
  });
  try {
    const threads = await checkInShares(service, machine, sources, options, (share) => {
      sinks.add(share);
      progress.advance(Math.min(SHARE, sources.length));
    });
    progress.clear();
    const unwritten = sinks.end();
    const terminal = createTerminal(machine, service.say);
    for (const { path, reason } of unwritten) terminal.printFailure(path, { kind: 'unreadable', reason });
    if (showsStatistics) machine.writeError(describeRun(service, sinks.totals, threads, machine.now() - start));
    const isFine = isAcceptable(sinks.totals, maxWarnings);
    const hasFailed = sinks.hasFailed || unwritten.length > 0;
    const hasSeen = sinks.totals.files > 0 || sinks.totals.unread.length > 0;
    return { status: hasFailed ? EXIT.usage : isFine ? EXIT.fine : EXIT.findings, hasSeen };
  } catch (error) {
    sinks.abandon();
    throw error;
  }
}

/** @returns how many threads there were */
async function checkInShares(
  service: LanguageService,
  machine: Machine,
  sources: readonly ConfigSource[],
  options: CheckOptions,
  take: (share: CheckedShare) => void,
): Promise<number> {
  const checker = new ShareChecker(service, machine, options);
  // What is written is read before the next one, and there is one standard input.
  const helpers = options.fix || sources.some(readsInput) ? [] : machine.startHelpers(options, Math.floor(sources.length / MANY));
  try {
    // A share of files that are known already waits for nothing, and nobody else would be given another one.
    const own = (share: readonly ConfigSource[]): Promise<CheckedShare> => machine.rest().then(() => checker.check(share));
    const others = helpers.map((helper) => (share: readonly ConfigSource[]) => helper.check(share));
    for await (const share of inShares(sources, SHARE, own, others)) take(share);
  } finally {
    for (const helper of helpers) helper.end();
  }
  return helpers.length + 1;
}

function readsInput({ parts }: ConfigSource): boolean {
  return parts.includes('-');
}

function isAcceptable({ counts }: Totals, maxWarnings: number | undefined): boolean {
  return counts.error === 0 && (maxWarnings === undefined || counts.warning <= maxWarnings);
}

/** What a run did: time, files, rules, and how often each rule reports. */
function describeRun(service: LanguageService, { files, byRule }: Totals, threads: number, duration: number): string {
  const head = message('{seconds} s; files: {files}; rules: {rules}; threads: {threads}', {
    files: String(files),
    rules: String(service.listRules().length),
    threads: String(threads),
    seconds: (duration / 1000).toFixed(2),
  });
  const counts = Object.entries(byRule).sort(([, a], [, b]) => b - a);
  const width = String(counts[0]?.[1] ?? '').length;
  return `${service.say(head)}\n${counts.map(([ruleId, count]) => `  ${String(count).padStart(width)}  ${oneLine(ruleId)}\n`).join('')}`;
}
