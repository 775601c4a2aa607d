/** Whether a domain can move to another host, and what keeps it or what that host needs. */
import { isMeantToStay } from '../model/queries/migration-intent';
import { atomOf } from '../model/setting';
import disksDependOnTarget from '../rules/disk-depends-on-target';
import { RULES } from '../rules/index';
import type { MigrationStrength, RelatedPlace, Rule, ShownFinding } from '../linter/rule';
import { readAsConfig } from '../validation/read-model';
import { messageOf, reportsOf } from '../linter/run';
import { message, type Message, plainMessage } from '../text/message';
import { STAGE_EFFECTS } from '../text/problem';
import type { TextRange } from '../text/text-range';
import { showPlace } from './show-finding';
import { defineFeature, type FeatureContext } from './feature';
import { KIND_NAMES } from '../schema/config-kind';

/**
 * `movable`: to hosts that share its storage and bridges, as hosts of a pool do; `conditional`: the other host needs
 * something unusual, or the move is a risk; `tied` to its host; `unknown`: there is no domain to judge.
 */
export type MigrationVerdict = 'movable' | 'conditional' | 'tied' | 'unknown';

export interface MigrationReason {
  readonly ruleId: string;
  readonly strength: MigrationStrength;
  /** In few words, as the verdict names it. */
  readonly reason: string;
  /** The first release for which it holds. */
  readonly since: string;
  readonly range: TextRange;
  readonly message: string;
  readonly advice: string;
  readonly evidence: readonly string[];
  readonly related: readonly RelatedPlace<string>[];
  /** Of a file or a disk that is needed. */
  readonly path?: string;
}

export interface MigrationReport {
  /** Of the domain, where the config says it. */
  readonly name: string | undefined;
  readonly verdict: MigrationVerdict;
  /** The verdict in one phrase. */
  readonly summary: string;
  /** The author says that it is not to move. */
  readonly isMeantToStay: boolean;
  /** The paths of disks that both hosts have to reach. */
  readonly sharedStorage: readonly string[];
  /** The strongest first, then in the order of the text. */
  readonly reasons: readonly MigrationReason[];
  /** Where the verdict belongs: the name of the domain. */
  readonly place: TextRange | undefined;
}

const OLDEST = '4.6';
/** The strongest first. */
export const MIGRATION_STRENGTHS: readonly MigrationStrength[] = ['refused', 'breaks', 'risks', 'depends', 'expects'];

const VERDICTS: Readonly<Record<MigrationStrength, MigrationVerdict>> = {
  refused: 'tied',
  breaks: 'tied',
  risks: 'conditional',
  depends: 'conditional',
  expects: 'movable',
};

/** Asks all rules about migration, whatever settings and comments make of their findings. */
export const reportMigration = defineFeature((context): MigrationReport => {
  const { say } = context;
  const model = readAsConfig(context.model);
  const reasons = (model.kind === 'domain' ? RULES : [])
    .flatMap((rule) => reasonsOf(rule, { ...context, model }))
    .sort((a, b) => rankOf(a) - rankOf(b) || a.range.start - b.range.start);
  const unread = whyUnknown(context);
  const [strongest] = reasons;
  const verdict = unread !== undefined ? 'unknown' : strongest === undefined ? 'movable' : VERDICTS[strongest.strength];
  const name = context.model.byName.get('name');
  const shared = reasons.filter(({ ruleId }) => ruleId === STORAGE_RULE);
  return {
    name: atomOf(name)?.text,
    verdict,
    summary: say(unread ?? summarize(verdict, reasons)),
    isMeantToStay: isMeantToStay(model),
    sharedStorage: [...new Set(shared.flatMap(({ path }) => (path === undefined ? [] : [path])))],
    reasons,
    place: name?.nameRange,
  };
});

const STORAGE_RULE = disksDependOnTarget.meta.id;

function rankOf({ strength }: MigrationReason): number {
  return MIGRATION_STRENGTHS.indexOf(strength);
}

/** Why there is no domain to judge. */
function whyUnknown({ model, findings }: FeatureContext): Message | undefined {
  if (model.kind !== 'domain') return message('unknown: this is {file}', { file: KIND_NAMES[model.kind] });
  switch (model.fileKind) {
    case 'too-large':
      return message('unknown: too large to be looked at');
    case 'template':
      return message('unknown: a template is not a domain yet');
    case 'python':
      return message('unknown: xl cannot read Python');
    case 'config':
      return whyRefused(findings);
    default: {
      const unreachable: never = model.fileKind;
      return unreachable;
    }
  }
}

function whyRefused(findings: readonly ShownFinding[]): Message | undefined {
  const stage = (['parse', 'create'] as const).find((each) => findings.some((finding) => finding.stage === each));
  return stage === undefined ? undefined : message('unknown: {effect}', { effect: STAGE_EFFECTS[stage] });
}

function reasonsOf(rule: Rule, { model, facts, say }: FeatureContext): readonly MigrationReason[] {
  const { migration, id, evidence, since } = rule.meta;
  if (migration === undefined) return [];
  return reportsOf(rule, model, facts).map((report) => {
    const path = report.data?.['path'];
    const { strength, reason, advice } = { ...migration, ...report.migration };
    return {
      ruleId: id,
      strength,
      reason: say(plainMessage(reason)),
      since: since ?? OLDEST,
      range: report.range,
      message: say(messageOf(rule, report)),
      advice: say(plainMessage(advice)),
      evidence,
      related: (report.related ?? []).map((place) => showPlace(place, say)),
      ...(typeof path === 'string' ? { path } : {}),
    };
  });
}

function summarize(verdict: MigrationVerdict, reasons: readonly MigrationReason[]): Message {
  const wordsFor = (strengths: readonly MigrationStrength[]): string =>
    [...new Set(reasons.filter(({ strength }) => strengths.includes(strength)).map(({ reason }) => reason))].join(', ');
  const [needs, risks] = [wordsFor(['depends']), wordsFor(['risks'])];
  if (verdict === 'tied') return message('tied to this host by {words}', { words: wordsFor(['refused', 'breaks']) });
  if (needs !== '') return message('movable if the other host has {words}', { words: needs });
  if (risks !== '') return message('movable, at risk because of {words}', { words: risks });
  const needsStorage = reasons.some(({ ruleId, path }) => ruleId === STORAGE_RULE && path !== undefined);
  return needsStorage ? message('movable with shared storage') : message('movable to another host');
}
