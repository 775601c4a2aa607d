/** The facade of the core: the only door for the language server, the command line and tests of behaviour. */
import { kindOfName } from '../../recognition/config-names';
import type { Detection } from '../../recognition/recognize';
import { buildDomain, type HostTopology } from './domain/build-domain';
import { coversFacts, type FileHost, gatherFacts, hasFactsToGather, listWatchedFiles } from './facts/gather';
import { type FolderHost, type ListedPlace, listFolder, type Listing } from './facts/folders';
import { type HostFacts, NO_FACTS } from './facts/host-facts';
import { detectConfig, isConfig } from './features/detect';
import { listOptions, type OptionRecord } from './features/option-list';
import { applySafeFixes } from './features/actions';
import { compareRunning, type RunningComparison } from './features/compare-running';
import { comparisonPage, summarizeComparison } from './features/comparison-page';
import { describeOption } from './features/completion';
import { errorPage } from './features/error-page';
import { explainErrors, type ExplainedLog } from './features/explain-errors';
import type { Bind, CheckedText } from './features/feature';
import { bindFeatures } from './features/index';
import type { Answers } from './features/new-domain/answers';
import { newDomain, type NewDomain } from './features/new-domain/new-domain';
import { type KnownThings, NOTHING_KNOWN } from './features/new-domain/questions';
import { imagePage, judgeImage, type ImageVerdicts } from './features/image-report';
import { type LocatedReport, migrationMarkdown } from './features/migration-page';
import { listHostDefaults, settingsInEffect } from './features/held-settings';
import { showFinding } from './features/show-finding';
import type { ImageReport } from './kernel/inspect';
import { buildModel, type ModelOptions } from './model/domain-model';
import { readModel } from './validation/read-model';
import { describesDomain, type ValidatedModel } from './validation/validate';
import { compareReleases, listReleases, type UpgradeChange } from './features/upgrade';
import { upgradePage } from './features/upgrade-page';
import { type Say, sayInEnglish } from './messages/say';
import { RULES } from './rules/index';
import { defaultSeverity, type ListedRule, type Severity, type ShownFinding } from './linter/rule';
import { DEFAULT_RULE_SETTINGS, limitResult, type RuleFailure, type RuleSettings, runRules, type RunResult } from './linter/run';
import { runInWholes, type Surroundings } from './linter/run-in-wholes';
import type { ConfigKind } from './schema/config-kind';
import type { HostDefaults } from './schema/host-defaults';
import { NOTHING_ALLOWED } from './schema/allowance';
import { type Target, type WantedTarget, WIDEST_TARGET } from './schema/target';
import type { XenVersion } from './schema/xen-version';
import { answerEvacuation, type EvacuationQuestions } from './evacuation/questions';
import { answerTopology, type TopologyQuestions } from './topology/questions';
import { readDirectives } from './syntax/directives';
import type { SyntaxTree } from './syntax/nodes';
import { parse } from './syntax/parser';
import { readText } from './syntax/read-text';
import { type StoreResult, storeSettings } from './syntax/stored-settings';
import { plainMessage } from './text/message';
import type { JsonObject } from './text/json';
import type { TextRange } from './text/text-range';
import { applyEdits } from './text/text-edit';
import { EMPTY_SUMMARY, type FileSummary, summarize } from './workspace/summary';

export { judgeName, type NameVerdict, SKIPPED_FOLDERS } from '../../recognition/config-names';
export type { Detection } from '../../recognition/recognize';
export type { FolderContent, FolderEntry, FolderHost, Listing } from './facts/folders';
export type { FileHost, LookedAt } from './facts/gather';
export { completeStyle, DEFAULT_INDENT, type FormatOptions, type Indent, type PartialStyle, STYLE_KEYS } from './format/style';
export { rememberLooks } from './facts/remember-looks';
export { haveSameFacts, type HostFacts, NO_FACTS } from './facts/host-facts';
export type { ImageReport } from './kernel/inspect';
export type { ImageVerdicts } from './features/image-report';
export type { HostTopology } from './domain/build-domain';
export type { Json, JsonObject } from './text/json';
export { describesDomain, type ValidatedModel } from './validation/validate';
export type { FieldDifference, RunningComparison } from './features/compare-running';
export type { Completion } from './features/completion-item';
export type { ExplainedCause, ExplainedError, ExplainedLog } from './features/explain-errors';
export { canBeMuted } from './features/actions';
export type * from './features/index';
export { HINT_KINDS } from './features/inlay-hints';
export type { LocatedReport } from './features/migration-page';
export { TOKEN_MODIFIERS, TOKEN_TYPES } from './features/semantic-tokens';
export type { SharedValues } from './workspace/shared-values';
export type { ThingId } from './model/queries/named-places';
export type { FileSummary } from './workspace/summary';
export type { Host } from './workspace/host';
export { type Claimant, type FullHost, keyOfClaim, type Neighbours } from './workspace/neighbours';
export type { FleetHost, FleetMember, Place, Topology } from './topology/topology';
export { TOPOLOGY_FORMATS, type TopologyFormat } from './topology/formats';
export type { EvacuationReport } from './evacuation/report';
export type { TopologyPage } from './topology/page';
export { type FoundPlace, WorkspaceIndex, type WorkspaceSymbol } from './workspace/workspace-index';
export { countBySeverity } from './linter/limit-findings';
export type { ListedRule, ShownFinding as Finding, Severity, Stage } from './linter/rule';
export { ANSWER_FLAGS, type AnswerFlag, type Answers, QUESTION_NAMES } from './features/new-domain/answers';
export type { AnswerProblem, NewDomain } from './features/new-domain/new-domain';
export type { AskedQuestion, KnownThings } from './features/new-domain/questions';
export type { UpgradeChange, UpgradeKind } from './features/upgrade';
export { createSay, type Say, sayInEnglish } from './messages/say';
export { CONFIG_KINDS, type ConfigKind, parseConfigKind } from './schema/config-kind';
export type { HostDefaults } from './schema/host-defaults';
export { ARCHITECTURES, type Architecture, DEFAULT_TARGET, parseArchitecture, type Target, type WantedTarget } from './schema/target';
export { NEWEST_STABLE_VERSION, OFFERED_VERSIONS, parseXenVersion, XEN_VERSIONS, type XenVersion } from './schema/xen-version';
export { formatStoredValue, type StoredValue, type StoreResult } from './syntax/stored-settings';

/** What holds for one document, already merged from all places where it can be said, but for the document itself. */
export interface DocumentSettings {
  readonly target: WantedTarget;
  readonly rules: RuleSettings;
  /** What the name of the file says that it is; the text has the last word. */
  readonly kind?: ConfigKind;
  /** What the `xl.conf` of the host sets, as `readHostDefaults` gives it. */
  readonly hostDefaults?: HostDefaults;
  /** The text is a part of a config. */
  readonly isPart?: true;
  /** What surrounds it in the configs that it is a part of: what is found there in it is said of it. */
  readonly wholes?: readonly Surroundings[];
}

/** Everything that is known of one version of a text. */
export interface Analysis {
  readonly model: ValidatedModel;
  /** In the order of the text, and not more than can be shown. */
  readonly findings: readonly ShownFinding[];
  /** How many there are of each severity, also of those that are not shown. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Whether xl refuses the text. */
  readonly isRefused: boolean;
  /** Rules that threw, for the log. */
  readonly failures: readonly RuleFailure[];
  /** What was known of files. */
  readonly facts: HostFacts;
  /** Under which the text was analysed. */
  readonly settings: DocumentSettings;
}

/** Of a domain that is not there yet, nothing is said about where it could move. */
const NEW_DOMAIN_RULES: RuleSettings = { ...DEFAULT_RULE_SETTINGS, migration: 'ignored' };

/** The features, and what else there is to ask. */
export interface LanguageService extends ReturnType<typeof bindFeatures<Analysis>>, TopologyQuestions, EvacuationQuestions {
  /** Puts a message into words, in the language of the service. */
  readonly say: Say;
  /**
   * Parses and checks a text. Never throws, whatever the text is.
   * @param facts what is known of the files that it names; nothing is said about others
   * @param earlier of another version of the text: what both have in common is not checked again
   */
  analyze(text: string, settings: DocumentSettings, facts?: HostFacts, earlier?: Analysis): Analysis;
  /** Parses and checks a text, with what there is to know of the files and devices that it names. */
  analyzeOnHost(text: string, settings: DocumentSettings, host: FileHost): Promise<Analysis>;
  /** Checks a text again, that was analysed under the same settings, with what has become known of the files. */
  addFacts(analysis: Analysis, settings: DocumentSettings, facts: HostFacts): Analysis;
  /** Whether a config names files, or devices of the host, that are worth a look. */
  hasFactsToGather(analysis: Analysis): boolean;
  /** Whether its facts hold something about all of that, even if they were gathered for another version of the text. */
  isCoveredByFacts(analysis: Analysis): boolean;
  /** The files that are to be looked at again when they change. */
  watchedFiles(analysis: Analysis): readonly string[];
  /** Looks at what a config names. */
  gatherFacts(analysis: Analysis, host: FileHost): Promise<HostFacts>;
  /** What a text names that other configs may name too; nothing where it is not a config. */
  summarize(text: string): FileSummary;
  /**
   * What lies in the folder of a path that is being written.
   * @param enough ends the waiting; what is known by then is given
   */
  listFolder(place: ListedPlace, host: FolderHost, enough: Promise<unknown>): Promise<Listing>;
  /** The documentation of an option for a target, in Markdown; undefined for names that are none. */
  describeOption(name: string, target: Target, kind?: ConfigKind): string | undefined;
  /** Migration reports as one page of Markdown. */
  migrationPage(reports: readonly LocatedReport[]): string;
  /** The text after all safe fixes, repeated until none is left. */
  fixAll(text: string, settings: DocumentSettings): string;
  /** The options that a target reads, as plain records. */
  listOptions(target: Target, kind?: ConfigKind): readonly OptionRecord[];
  /** What there is to know about every rule. */
  listRules(): readonly ListedRule[];
  /** Whether a text of unknown kind is a domain config. */
  detect(text: string): Detection;
  /** What an image is, and for which domains the builder of a release takes it. */
  judgeImage(report: ImageReport, target: Target): ImageVerdicts;
  /** The same as a page in Markdown, under the name of the file. */
  describeImage(fileName: string, report: ImageReport, target: Target): string;
  /**
   * The config of a new domain, what is wrong with the answers that it is made from, and what else to ask.
   * @param wanted for which Xen it is, where the answers do not say
   */
  newDomain(answers: Answers, wanted: WantedTarget, known?: KnownThings): NewDomain;
  /** What the messages of a pasted log mean, and where the config that it is about causes them. */
  explainErrors(log: string, analysis?: Analysis): ExplainedLog;
  /** The same as a page in Markdown, with the analysis that it was explained with. */
  errorPage(explained: ExplainedLog, analysis?: Analysis): string;
  /** The domain that xl makes of a text, in the shape of libxl's JSON; undefined for a text that xl refuses, and for a template. */
  explain(analysis: Analysis, host?: HostTopology): JsonObject | undefined;
  /** The settings that hold after xl read a file that is not about a domain; undefined for others, and where xl stops. */
  explainSettings(analysis: Analysis): JsonObject | undefined;
  /**
   * What differs between the domain that xl makes of a text and the running one.
   * @param listed what `xl list -l` prints
   */
  compareRunning(analysis: Analysis, listed: string): RunningComparison;
  /** The same in one sentence. */
  summarizeComparison(comparison: RunningComparison): string;
  /** The same as a page in Markdown. */
  comparisonPage(comparison: RunningComparison): string;
  /**
   * What another release of Xen changes for a text, the worst first; what the text says of its release does not count.
   * @returns nothing for what is not a config
   */
  upgrade(text: string, settings: DocumentSettings, from: XenVersion, to: XenVersion): readonly UpgradeChange[];
  /** The same as a page in Markdown. */
  upgradePage(text: string, settings: DocumentSettings, from: XenVersion, to: XenVersion): string;
  /** The settings that xl's own parser would store, or its errors. */
  store(text: string): StoreResult;
}

/** Makes the service, which keeps no state. */
export function createLanguageService(say: Say = sayInEnglish): LanguageService {
  const analyze = (text: string, settings: DocumentSettings, facts: HostFacts = NO_FACTS, earlier?: Analysis): Analysis =>
    judge(
      readModel(readText(text, earlier?.model.tree), settings.target, { earlier: earlier?.model, ...optionsOf(settings) }),
      settings,
      facts,
      say,
    );
  /** All findings of a text, also those that are too many to be shown. */
  const checkAll = (tree: SyntaxTree, settings: DocumentSettings): CheckedText => {
    const model = readModel(tree, settings.target, optionsOf(settings));
    const { findings } = findAll(model, settings, NO_FACTS);
    return { model, findings: findings.map((finding) => showFinding(finding, say)), facts: NO_FACTS };
  };
  const bind: Bind<Analysis> =
    (feature) =>
    (analysis, ...args) =>
      feature({ ...analysis, say, check: (text) => analyze(text, analysis.settings, analysis.facts) }, ...args);
  const upgrade: LanguageService['upgrade'] = (text, settings, from, to) => {
    const tree = readText(withoutRelease(text));
    const check = (xen: XenVersion): CheckedText => checkAll(tree, { ...settings, target: { ...settings.target, xen } });
    return compareReleases(listReleases(from, to), check, evidenceOf, say);
  };
  return {
    ...bindFeatures(bind),
    ...{ ...answerTopology(say), ...answerEvacuation(say) },
    say,
    analyze,
    analyzeOnHost: async (text, settings, host) => {
      const model = readModel(readText(text), settings.target, optionsOf(settings));
      return judge(model, settings, await gatherFacts(model, host), say);
    },
    addFacts: ({ model }, settings, facts) => judge(model, settings, facts, say),
    hasFactsToGather: ({ model }) => hasFactsToGather(model),
    isCoveredByFacts: ({ model, facts }) => coversFacts(facts, model),
    watchedFiles: ({ model }) => listWatchedFiles(model),
    gatherFacts: ({ model }, host) => gatherFacts(model, host),
    summarize: (text) => (isConfig(text) ? summarize(buildModel(readText(text), WIDEST_TARGET)) : EMPTY_SUMMARY),
    listFolder,
    describeOption: (name, target, kind) => describeOption(name, target, say, kind),
    migrationPage: (reports) => migrationMarkdown(reports, say),
    fixAll: (text, settings) => fixAll(text, (each) => checkAll(readText(each), settings)),
    listOptions: (target, kind) => listOptions(target, say, kind),
    listRules: () => listRules(say),
    detect: detectConfig,
    judgeImage: (report, target) => judgeImage(report, target, say),
    describeImage: (fileName, report, target) => imagePage(fileName, report, target, say),
    newDomain: (answers, wanted, known = NOTHING_KNOWN) =>
      newDomain(answers, { wanted, known, say, check: (text) => analyze(text, { target: wanted, rules: NEW_DOMAIN_RULES }) }),
    explainErrors: (log, analysis) => explainErrors(log, say, analysis),
    errorPage: (explained, analysis) => errorPage(explained, say, analysis?.model.tree.text),
    compareRunning: ({ model, isRefused }, listed) => compareRunning(model, !isRefused && describesDomain(model), listed, say),
    summarizeComparison: (comparison) => say(summarizeComparison(comparison)),
    comparisonPage: (comparison) => comparisonPage(comparison, say),
    explain: ({ model, isRefused }, host) => (isRefused || !describesDomain(model) ? undefined : buildDomain(model, host)),
    explainSettings: ({ model }) => settingsInEffect(model),
    upgrade,
    upgradePage: (text, settings, from, to) => upgradePage(upgrade(text, settings, from, to), text, from, to, say),
    store: (text) => storeSettings(parse(text)),
  };
}

/**
 * What holds for a file beside what people say of it: by its name, and on its host.
 * @param xlConf the text of the `xl.conf` of the host
 */
export function settingsOfFile(
  path: string,
  xlConf?: string,
  target: WantedTarget = WIDEST_TARGET,
): Pick<DocumentSettings, 'kind' | 'hostDefaults'> {
  const kind = kindOfName(path);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(xlConf === undefined ? {} : { hostDefaults: readHostDefaults(xlConf, target) }),
  };
}

/**
 * What an `xl.conf` sets that domains have something of; nothing where xl stops at it.
 * @param target which xl reads it
 */
export function readHostDefaults(text: string, target: WantedTarget): HostDefaults {
  return listHostDefaults(readModel(readText(text), target, { kind: 'xl.conf' }));
}

function listRules(say: Say): readonly ListedRule[] {
  return RULES.map(({ meta }) => {
    const [summary = '', rationale = ''] = [meta.summary, meta.rationale].map((text) => say(plainMessage(text)));
    return { ...meta, summary, rationale, severity: defaultSeverity(meta) };
  });
}

/** What holds for every text under the settings. */
function optionsOf({ rules, isPart, kind, hostDefaults }: DocumentSettings): Omit<ModelOptions, 'earlier' | 'assumedType' | 'part'> {
  return { kind, hostDefaults, allowance: { names: rules.allowOptions, fields: rules.allowFields ?? NOTHING_ALLOWED.fields }, isPart };
}

/** What is found in a text, or in it as a part of others. */
function findAll(model: ValidatedModel, settings: DocumentSettings, facts: HostFacts): RunResult {
  const { target, rules, wholes = [] } = settings;
  const run = (each: ValidatedModel): RunResult => runRules(RULES, each, facts, rules);
  if (wholes.length === 0) return run(model);
  const read = (whole: string, part: TextRange): ValidatedModel =>
    readModel(readText(whole), target, { ...optionsOf(settings), isPart: false, part });
  return runInWholes(model.tree.text, wholes, read, run);
}

function judge(model: ValidatedModel, settings: DocumentSettings, facts: HostFacts, say: Say): Analysis {
  const result = findAll(model, settings, facts);
  const isRefused = result.findings.some(isRefusal);
  const { findings, counts, failures } = limitResult(RULES, result, model, facts, settings.rules);
  return { model, findings: findings.map((finding) => showFinding(finding, say)), counts, failures, isRefused, facts, settings };
}

/** The text with blanks in place of the words of directives that say for which release it is written. */
function withoutRelease(text: string): string {
  const { words } = readDirectives(readText(text));
  const blanks = words.filter(({ key }) => key === 'xen').map(({ range }) => ({ range, newText: ' '.repeat(range.end - range.start) }));
  return applyEdits(text, blanks);
}

function evidenceOf(ruleId: string): readonly string[] {
  return RULES.find(({ meta }) => meta.id === ruleId)?.meta.evidence ?? [];
}

/** Rules about what xl refuses; others can be made errors by a project. */
const REFUSING_RULES = new Set(RULES.flatMap(({ meta }) => (meta.stage === undefined ? [] : [meta.id])));

/** Whether `xl create -n` stops at a finding. */
function isRefusal({ ruleId, severity, stage }: Pick<ShownFinding, 'ruleId' | 'severity' | 'stage'>): boolean {
  return severity === 'error' && stage === 'parse' && REFUSING_RULES.has(ruleId);
}

/** Each round applies fixes that do not overlap; one fix can make room for the next. */
const MAX_FIX_ROUNDS = 10;

function fixAll(text: string, check: (text: string) => CheckedText): string {
  let fixed = text;
  for (let round = 0; round < MAX_FIX_ROUNDS; round++) {
    const next = applySafeFixes(check(fixed), check);
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}
