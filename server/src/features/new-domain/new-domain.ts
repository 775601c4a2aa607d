/** Makes the config of a new domain from answers, and says what is wrong with them. */
import type { Severity } from '../../linter/rule';
import type { Say } from '../../messages/say';
import { DEFAULT_TARGET, type WantedTarget } from '../../schema/target';
import { type TextRange, textRange } from '../../text/text-range';
import type { CheckedText } from '../feature';
import { type Answers, QUESTION_NAMES, type QuestionName, trimAnswers } from './answers';
import { checkForms, checkTogether, type Complaint } from './check-answers';
import { makePlan, type Plan } from './plan';
import { type AskedQuestion, askQuestions, type KnownThings } from './questions';
import { type PlannedSection, writeSections } from './write-config';

/** Something about an answer. */
export interface AnswerProblem {
  readonly question: QuestionName;
  readonly message: string;
  /** Nothing should be made of answers with errors; the rest is for a person to know. */
  readonly isError: boolean;
}

export interface NewDomain {
  /** The config; with defaults in the place of answers that cannot be read. */
  readonly text: string;
  /** Of the domain. */
  readonly name: string;
  /** In the order of the text. */
  readonly problems: readonly AnswerProblem[];
  /** What is still worth a question, in this order. */
  readonly questions: readonly AskedQuestion[];
}

/** What it takes to make a config of answers. */
export interface NewDomainContext {
  /** What is said outside of the answers, such as in a project file. */
  readonly wanted: WantedTarget;
  /** Of the machine and the workspace, to choose from. */
  readonly known: KnownThings;
  readonly say: Say;
  /** Checks the config as any other. */
  readonly check: (text: string) => CheckedText;
}

/** The config of a new domain. The answers can be anything. */
export function newDomain(given: Answers, { wanted, known, say, check }: NewDomainContext): NewDomain {
  const answers = trimAnswers(given);
  const unreadable = checkForms(answers);
  const readable = without(answers, unreadable);
  const plan = makePlan(readable, wanted);
  const complaints = [...unreadable, ...checkTogether(readable, plan)];
  const { text, places } = layOut(describeTarget(answers, plan, wanted), writeSections(plan), say);
  return {
    text,
    name: plan.name,
    problems:
      complaints.length > 0
        ? complaints.map(({ question, reason }) => ({ question, message: say(reason), isError: true }))
        : // They would follow from what is wrong anyway.
          blameFindings(check(text), places),
    questions: askQuestions({ plan, wanted, known, say }),
  };
}

function without(answers: Answers, complaints: readonly Complaint[]): Answers {
  const wrong = new Set(complaints.map(({ question }) => question));
  return Object.fromEntries(QUESTION_NAMES.flatMap((name) => (wrong.has(name) ? [] : [[name, answers[name]]])));
}

/** The words that tell for which Xen the config is, where nothing else would. */
function describeTarget(answers: Answers, { xen, arch }: Plan, wanted: WantedTarget): readonly string[] {
  return [
    ...(answers.xen === undefined ? [] : [`xen=${xen}`]),
    ...(answers.arch === undefined && arch === (wanted.arch ?? DEFAULT_TARGET.arch) ? [] : [`arch=${arch}`]),
  ];
}

interface LaidOut {
  readonly text: string;
  readonly places: readonly { readonly range: TextRange; readonly from: QuestionName }[];
}

function layOut(target: readonly string[], sections: readonly PlannedSection[], say: Say): LaidOut {
  const places: LaidOut['places'][number][] = [];
  let text = target.length === 0 ? '' : `# xlcfg: ${target.join(' ')}\n`;
  for (const { comment, settings } of sections) {
    if (text !== '') text += '\n';
    if (comment !== undefined) text += `# ${say(comment)}\n`;
    for (const { name, value, from } of settings) {
      const start = text.length;
      text += `${name} = ${value}\n`;
      places.push({ range: textRange(start, text.length), from });
    }
  }
  return { text, places };
}

const ERRORS: readonly Severity[] = ['error', 'warning'];

/** Findings as problems of the answers from which their lines were made. */
function blameFindings({ findings }: CheckedText, places: LaidOut['places']): readonly AnswerProblem[] {
  return findings
    .filter(({ severity }) => severity !== 'hint')
    .map(({ range, severity, message: text }) => ({
      question: places.find((place) => range.start >= place.range.start && range.start < place.range.end)?.from ?? 'type',
      message: text,
      isError: ERRORS.includes(severity),
    }));
}
