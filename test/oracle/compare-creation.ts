/** Holds the errors of the stage `create` against what the real libxl does with a config. */
import type { Finding } from '../../server/src/language-service';
import { analyze, DEFAULT_SETTINGS } from '../support/check';
import { askForCreations, type Creation } from '../support/real-creation';
import { REAL_TARGET } from '../support/real-xl';
import { HOST_REFUSALS, HYPERVISOR_RULES, PASSED_OVER } from './creation-exceptions';

/** `false error`: libxl creates a domain that is to be refused; `miss`: the other way round. */
export type Fault = 'false error' | 'miss';

export interface Disagreement {
  readonly fault: Fault;
  /** The rules that report, or what libxl says, without the numbers in it. */
  readonly kind: string;
  readonly text: string;
}

export interface Comparison {
  /** The configs about which libxl and the project can be compared. */
  readonly created: number;
  readonly refused: number;
  /** The configs that never came to creation, or whose refusal is a matter of the host. */
  readonly leftOut: number;
  readonly disagreements: readonly Disagreement[];
}

/** Asks about configs and lists where the two differ. */
export async function compareCreations(texts: readonly string[]): Promise<Comparison> {
  const creations = await askForCreations(texts);
  const verdicts = creations.map((creation) => judge(creation));
  const disagreements = texts.flatMap((text, index) => findDisagreement(text, creations[index]) ?? []);
  const count = (wanted: boolean | undefined): number => verdicts.filter((verdict) => verdict === wanted).length;
  return { created: count(true), refused: count(false), leftOut: count(undefined), disagreements };
}

/** The same config with as few lines as make the same disagreement. */
export async function shrink({ text, fault, kind }: Disagreement): Promise<string> {
  let lines = text.split('\n').filter((line) => line !== '');
  for (let index = lines.length - 1; index >= 0; index--) {
    const fewer = lines.filter((_, each) => each !== index);
    const candidate = `${fewer.join('\n')}\n`;
    const { disagreements } = await compareCreations([candidate]);
    if (disagreements.some((each) => each.fault === fault && each.kind === kind)) lines = fewer;
  }
  return `${lines.join('\n')}\n`;
}

/** Whether libxl creates the domain; undefined where that says nothing about the config. */
function judge({ outcome, messages }: Creation): boolean | undefined {
  const isOfHost = HOST_REFUSALS.some(({ pattern }) => pattern.test(causeOf(messages) ?? ''));
  if (outcome === 'created') return true;
  return outcome === 'parsed' || outcome === 'stuck' || isOfHost ? undefined : false;
}

function findDisagreement(text: string, creation: Creation | undefined): Disagreement | undefined {
  const isCreated = creation === undefined ? undefined : judge(creation);
  if (isCreated === undefined) return undefined;
  const { findings } = analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET });
  const errors = findings.filter(isCreationError);
  if (isCreated && errors.length > 0)
    return { fault: 'false error', kind: [...new Set(errors.map(({ ruleId }) => ruleId))].join(', '), text };
  if (!isCreated && errors.length === 0) return { fault: 'miss', kind: kindOf(creation), text };
  return undefined;
}

function isCreationError({ ruleId, severity, stage }: Finding): boolean {
  return severity === 'error' && stage === 'create' && !HYPERVISOR_RULES.has(ruleId);
}

/** The first message that ends the creation. */
function causeOf(messages: readonly string[]): string | undefined {
  return messages.find((message) => !PASSED_OVER.some(({ pattern }) => pattern.test(message)));
}

function kindOf(creation: Creation | undefined): string {
  const message = causeOf(creation?.messages ?? []) ?? `${String(creation?.outcome)} after ${String(creation?.milestone)}`;
  return message.replace(/0x[0-9a-f]+|\d+/g, 'N');
}
