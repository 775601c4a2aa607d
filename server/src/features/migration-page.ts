/** The reports on migration as one page of Markdown. */
import type { MigrationStrength } from '../linter/rule';
import type { Say } from '../messages/say';
import { LineIndex } from '../text/line-index';
import { message, type Message } from '../text/message';
import { literal, sentence } from './markdown';
import { MIGRATION_STRENGTHS, type MigrationReport, type MigrationVerdict } from './migration-report';

/** What somebody ticks off before a move. */
const CHECKED: ReadonlySet<MigrationStrength> = new Set(['depends', 'expects']);

const STRENGTHS: Readonly<Record<MigrationStrength, Message>> = {
  refused: message('Refused'),
  breaks: message('Breaks something'),
  risks: message('At risk'),
  depends: message('The other host needs'),
  expects: message('The other host needs, as hosts of one pool do'),
};

export interface LocatedReport extends MigrationReport {
  readonly path: string;
  readonly text: string;
}

/** The reports as one page of Markdown. */
export function migrationMarkdown(reports: readonly LocatedReport[], say: Say): string {
  const title = `# ${say(message('Migration report'))}`;
  const summary = reports.length > 1 ? [say(summarizeAll(reports))] : [];
  return [title, ...summary, ...reports.map((report) => reportSection(report, say))].join('\n\n') + '\n';
}

/** How many domains have which verdict. */
function summarizeAll(reports: readonly LocatedReport[]): Message {
  const count = (verdict: MigrationVerdict): string => String(reports.filter((report) => report.verdict === verdict).length);
  const [movable, conditional, tied, unknown] = [count('movable'), count('conditional'), count('tied'), count('unknown')];
  const all = String(reports.length);
  return message('{all} domains: {movable} movable, {conditional} conditional, {tied} tied to their hosts, {unknown} unknown.', {
    ...{ all, movable, conditional, tied, unknown },
  });
}

function reportSection({ name, path, text, summary, isMeantToStay: isStaying, reasons }: LocatedReport, say: Say): string {
  const title = `## ${name === undefined ? '' : `${literal(name)} `}(${literal(path)})`;
  const intent = isStaying ? [say(message('The author says that this domain is not meant to move.'))] : [];
  const lineIndex = new LineIndex(text);
  const parts = MIGRATION_STRENGTHS.flatMap((strength) => {
    const own = reasons.filter((reason) => reason.strength === strength);
    if (own.length === 0) return [];
    const lines = own.map(({ range, message: found, advice, evidence }) => {
      const line = say(message('Line {line}', { line: String(lineIndex.positionAt(range.start).line + 1) }));
      return `- ${CHECKED.has(strength) ? '[ ] ' : ''}${line}: ${sentence(found)}. ${advice} (${evidence.join('; ')})`;
    });
    return [`### ${say(STRENGTHS[strength])}`, lines.join('\n')];
  });
  return [title, `**${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.**`, ...intent, ...parts].join('\n\n');
}
