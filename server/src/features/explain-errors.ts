/** What a pasted log of Xen's programs means, what causes it, and where the config does. */
import type { Cause, Certainty, ErrorMessage, Program } from '../errors/error-message';
import { type Look, LOOKS } from '../errors/look';
import type { LogLine } from '../errors/log-lines';
import { type ReadLog, readLog, type RecognisedLine } from '../errors/recognise';
import { reportsOf } from '../linter/run';
import type { Say } from '../messages/say';
import { atomOf } from '../model/setting';
import { RULES } from '../rules/index';
import { message, type Message, type Word } from '../text/message';
import { type Stage, STAGE_EFFECTS } from '../text/problem';
import type { TextRange } from '../text/text-range';
import { findErrorPlace } from './error-places';
import type { CheckedText } from './feature';

export interface ExplainedCause {
  readonly text: string;
  readonly certainty: Certainty;
  /** The same for people. */
  readonly likelihood: string;
  /** The rule that finds the cause in the config. */
  readonly ruleId: string | undefined;
  /** Where the config does it. */
  readonly range: TextRange | undefined;
}

export interface ExplainedError {
  /** As the program says it. */
  readonly message: string;
  /** Undefined where nothing is known of the message. */
  readonly program: Program | undefined;
  /** The same for people. */
  readonly speaker: string | undefined;
  readonly stage: Stage | undefined;
  /** What it comes to. */
  readonly effect: string | undefined;
  readonly meaning: string;
  /** The domain is made all the same. */
  readonly isWarning: boolean;
  /** Those that the config has come first. */
  readonly causes: readonly ExplainedCause[];
  /** Where to look next. */
  readonly look: readonly string[];
}

export interface ExplainedLog {
  /** The cause first, then what else is said; what only follows from it is left out. */
  readonly messages: readonly ExplainedError[];
  /** How many are left out because there are too many. */
  readonly omitted: number;
  /** The log was too long, so that only its end was read. */
  readonly isCut: boolean;
  /** What there is to say about this, in sentences. */
  readonly notes: readonly string[];
}

/** How programs are called. */
export const PROGRAMS: Readonly<Record<Program, Word>> = {
  xl: 'xl',
  libxl: 'libxl',
  builder: message('the domain builder'),
  pygrub: 'pygrub',
  hotplug: message('a hotplug script'),
  qemu: 'QEMU',
  xen: message('the hypervisor'),
  guest: message('the guest'),
  xend: message('an older or another toolstack'),
};

/** What an error of a stage comes to. */
const EFFECTS: Readonly<Record<Stage, Message>> = { ...STAGE_EFFECTS, migrate: message('the domain cannot move') };

/** How sure a cause is. */
const LIKELIHOODS: Readonly<Record<Certainty, Message>> = {
  certain: message('certain'),
  likely: message('likely'),
  possible: message('possible'),
};

/** More messages than a person reads. */
const MAX_MESSAGES = 20;

/**
 * Explains the messages of a log.
 * @param config the config that the log is about
 */
export function explainErrors(log: string, say: Say, config?: CheckedText): ExplainedLog {
  const read = readLog(log);
  const { unknown, lines } = chooseTold(read);
  const shown = lines.slice(0, MAX_MESSAGES - unknown.length);
  const messages = [...unknown.map((line) => explainUnknown(line, config, say)), ...shown.map((line) => explainLine(line, config, say))];
  const omitted = lines.length - shown.length;
  return { messages, omitted, isCut: read.isCut, notes: listNotes(messages.length, omitted, read.isCut).map(say) };
}

function listNotes(count: number, omitted: number, isCut: boolean): readonly Message[] {
  return [
    ...(count === 0 ? [message('There is no message in this text.')] : []),
    ...(omitted > 0 ? [message('{count} more messages are left out.', { count: String(omitted) })] : []),
    ...(isCut ? [message('The log is too long: only its end was read.')] : []),
  ];
}

/** What is worth telling: causes before warnings; consequences and unknown lines only where no cause is known. */
function chooseTold({ recognised, unknown }: ReadLog): { readonly unknown: readonly LogLine[]; readonly lines: readonly RecognisedLine[] } {
  const isOf = (test: (message: ErrorMessage) => boolean): readonly RecognisedLine[] => recognised.filter((line) => test(line.message));
  const causes = isOf(({ isConsequence, isWarning }) => isConsequence !== true && isWarning !== true);
  const warnings = isOf(({ isWarning }) => isWarning === true);
  if (causes.length > 0) return { unknown: [], lines: [...causes, ...warnings] };
  const consequences = isOf(({ isConsequence }) => isConsequence === true);
  const errors = unknown.filter(({ isError }) => isError);
  // A line that is pasted alone is meant, whatever it looks like.
  const isNothingKnown = recognised.length === 0;
  return { unknown: (isNothingKnown && errors.length === 0 ? unknown : errors).slice(0, 1), lines: [...consequences, ...warnings] };
}

function explainUnknown({ message: text, speaker }: LogLine, config: CheckedText | undefined, say: Say): ExplainedError {
  const look: readonly Look[] = speaker === 'builder' ? ['kernel', 'again', 'hypervisor'] : ['again', 'xlLog', 'qemuLog', 'hypervisor'];
  return {
    message: text,
    program: undefined,
    speaker: undefined,
    stage: undefined,
    effect: undefined,
    meaning: say(message('xlcfg does not know this message.')),
    isWarning: false,
    causes: [],
    look: lookAt(look, config, say),
  };
}

function explainLine(recognised: RecognisedLine, config: CheckedText | undefined, say: Say): ExplainedError {
  const { line, message: declared, values } = recognised;
  const fill = ({ template }: Message): string => say({ template, data: values });
  const causes = config === undefined ? declared.causes.map(toLead) : findCauses(recognised, config);
  return {
    message: line.message,
    program: declared.program,
    speaker: say(PROGRAMS[declared.program]),
    stage: declared.stage,
    effect: say(declared.isWarning === true ? message('only a warning') : EFFECTS[declared.stage]),
    meaning: fill(declared.meaning),
    isWarning: declared.isWarning ?? false,
    causes: causes.map(({ text, certainty, ruleId, range }) => ({
      text: typeof text === 'string' ? text : fill(text),
      certainty,
      likelihood: say(LIKELIHOODS[certainty]),
      ruleId,
      range,
    })),
    look: lookAt(declared.look, config, say),
  };
}

/** A cause with where it was found; what a rule says is in words already. */
interface FoundCause {
  readonly text: Word;
  readonly certainty: Certainty;
  readonly ruleId?: string | undefined;
  readonly range?: TextRange | undefined;
}

function toLead({ text, certainty }: Cause): FoundCause {
  return { text, certainty };
}

function findCauses({ message: declared, values }: RecognisedLine, config: CheckedText): readonly FoundCause[] {
  const place = findErrorPlace(declared, values, config.model);
  const causes = declared.causes.map((cause): FoundCause => {
    const found = findReport(cause.rules ?? [], config, place);
    return found === undefined
      ? { ...toLead(cause), range: place ?? findSetting(cause, config) }
      : { text: cause.text, certainty: 'certain', ...found };
  });
  const known = new Set(causes.map(({ ruleId }) => ruleId));
  const others = place === undefined ? [] : findingsAt(place, declared.stage, config).filter(({ ruleId }) => !known.has(ruleId));
  const all = [...causes, ...others];
  return [...all.filter(({ ruleId }) => ruleId !== undefined), ...all.filter(({ ruleId }) => ruleId === undefined)];
}

/** What the rules find in the config, whatever settings and comments make of it; on the line of the place where one is known. */
function findReport(
  ids: readonly string[],
  { model, facts }: CheckedText,
  place: TextRange | undefined,
): Required<Pick<FoundCause, 'ruleId' | 'range'>> | undefined {
  for (const rule of RULES) {
    if (!ids.includes(rule.meta.id)) continue;
    const reports = reportsOf(rule, model, facts);
    const near = place === undefined ? reports[0] : reports.find(({ range }) => isOnLine(range, place, model.tree.text));
    if (near !== undefined) return { ruleId: rule.meta.id, range: near.range };
  }
  return undefined;
}

function isOnLine(range: TextRange, place: TextRange, text: string): boolean {
  const [first, last] = range.start < place.start ? [range, place] : [place, range];
  return !text.slice(first.start, last.start).includes('\n');
}

/** Errors at the place that nobody declared as a cause. */
function findingsAt(place: TextRange, stage: Stage, { findings, model }: CheckedText): readonly FoundCause[] {
  return findings
    .filter((finding) => finding.stage === stage && isOnLine(finding.range, place, model.tree.text))
    .map(({ message: text, ruleId, range }) => ({ text, certainty: 'certain', ruleId, range }));
}

/** The first of the options that a cause is about, where the config sets it. */
function findSetting({ options = [] }: Cause, { model }: CheckedText): TextRange | undefined {
  for (const name of options) {
    const setting = model.byName.get(name);
    if (setting !== undefined) return setting.valueRange;
  }
  return undefined;
}

function lookAt(looks: readonly Look[], config: CheckedText | undefined, say: Say): readonly string[] {
  const name = atomOf(config?.model.byName.get('name'))?.text ?? 'NAME';
  return looks.map((look) => say({ ...LOOKS[look], data: { name } }));
}
