/** Whether a domain can move to another host, and what keeps it or what that host needs. */
import type { ValidatedModel } from '../validation/validate';
import type { HostFacts } from '../facts/host-facts';

import { isMeantToStay } from '../model/queries/migration-intent';
import { atomOf } from '../model/setting';
import { RULES } from '../rules/index';
import type { MigrationStrength, RelatedPlace, Rule } from '../linter/rule';
import { messageOf, reportsOf } from '../linter/run';
import type { Say } from '../messages/say';
import { LineIndex } from '../text/line-index';
import { message, type Message, plainMessage } from '../text/message';
import type { TextRange } from '../text/text-range';
import { literal, sentence } from './markdown';
import { showPlace } from './show-finding';
import { defineFeature } from './feature';

/** `movable` anywhere; `conditional`: where the other host has the same; `tied` to its host. */
export type MigrationVerdict = 'movable' | 'conditional' | 'tied';

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
}

export interface MigrationReport {
  /** Of the domain, where the config says it. */
  readonly name: string | undefined;
  readonly verdict: MigrationVerdict;
  /** The verdict in one phrase. */
  readonly summary: string;
  /** The author says that it is not to move. */
  readonly isMeantToStay: boolean;
  /** The strongest first, then in the order of the text. */
  readonly reasons: readonly MigrationReason[];
  /** Where the verdict belongs: the name of the domain. */
  readonly place: TextRange | undefined;
}

const OLDEST = '4.6';
const ORDER: readonly MigrationStrength[] = ['refused', 'breaks', 'depends'];

/** Asks all rules about migration, whatever settings and comments make of their findings. */
export const reportMigration = defineFeature(({ model, facts, say }): MigrationReport => {
  const reasons = RULES.flatMap((rule) => reasonsOf(rule, model, facts, say)).sort(
    (a, b) => ORDER.indexOf(a.strength) - ORDER.indexOf(b.strength) || a.range.start - b.range.start,
  );
  const strongest = reasons[0]?.strength;
  const verdict = strongest === undefined ? 'movable' : strongest === 'depends' ? 'conditional' : 'tied';
  const name = model.byName.get('name');
  // Of what was not read nobody can say that it moves.
  const isUnread = model.fileKind === 'too-large';
  return {
    name: atomOf(name)?.text,
    verdict: isUnread ? 'tied' : verdict,
    summary: say(isUnread ? message('too large to be looked at') : summarize(verdict, reasons)),
    isMeantToStay: isMeantToStay(model),
    reasons,
    place: name?.nameRange,
  };
});

function reasonsOf(rule: Rule, model: ValidatedModel, facts: HostFacts, say: Say): readonly MigrationReason[] {
  const { migration, id, evidence, since } = rule.meta;
  if (migration === undefined) return [];
  return reportsOf(rule, model, facts).map((report) => ({
    ruleId: id,
    strength: migration.strength,
    reason: say(plainMessage(migration.reason)),
    since: since ?? OLDEST,
    range: report.range,
    message: say(messageOf(rule, report)),
    advice: say(plainMessage(migration.advice)),
    evidence,
    related: (report.related ?? []).map((place) => showPlace(place, say)),
  }));
}

function summarize(verdict: MigrationVerdict, reasons: readonly MigrationReason[]): Message {
  if (verdict === 'movable') return message('movable to another host');
  const decisive = reasons.filter(({ strength }) => (strength === 'depends') === (verdict === 'conditional'));
  const words = [...new Set(decisive.map(({ reason }) => reason))].join(', ');
  return verdict === 'conditional'
    ? message('movable if the other host has {words}', { words })
    : message('tied to this host by {words}', { words });
}

const STRENGTHS: Readonly<Record<MigrationStrength, Message>> = {
  refused: message('Refused'),
  breaks: message('Breaks something'),
  depends: message('The other host needs'),
};

export interface LocatedReport extends MigrationReport {
  readonly path: string;
  readonly text: string;
}

/** The reports as one page of Markdown. */
export function migrationMarkdown(reports: readonly LocatedReport[], say: Say): string {
  const title = `# ${say(message('Migration report'))}`;
  return [title, ...reports.map((report) => reportSection(report, say))].join('\n\n') + '\n';
}

function reportSection({ name, path, text, summary, isMeantToStay: isStaying, reasons }: LocatedReport, say: Say): string {
  const title = `## ${name === undefined ? '' : `${literal(name)} `}(${literal(path)})`;
  const intent = isStaying ? [say(message('The author says that this domain is not meant to move.'))] : [];
  const lineIndex = new LineIndex(text);
  const parts = ORDER.flatMap((strength) => {
    const own = reasons.filter((reason) => reason.strength === strength);
    if (own.length === 0) return [];
    const lines = own.map(({ range, message: found, advice, evidence }) => {
      const line = say(message('Line {line}', { line: String(lineIndex.positionAt(range.start).line + 1) }));
      return `- ${strength === 'depends' ? '[ ] ' : ''}${line}: ${sentence(found)}. ${advice} (${evidence.join('; ')})`;
    });
    return [`### ${say(STRENGTHS[strength])}`, lines.join('\n')];
  });
  return [title, `**${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.**`, ...intent, ...parts].join('\n\n');
}
