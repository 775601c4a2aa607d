/** A plan as a page in Markdown. */
import { literal, prose, sentence } from '../features/markdown';
import type { Say } from '../messages/say';
import { message, type Message } from '../text/message';
import { sizeOf } from '../topology/words';
import type { EvacuationReport, ReportedDomain, ReportedStep } from './report';

/** @param linkTo the target of a link to a config; undefined where there is none */
export function evacuationPage(report: EvacuationReport, linkTo: (file: string) => string | undefined, say: Say): string {
  const title = `# ${say(message('Evacuation of {host}', { host: prose(report.host) }))}`;
  const nameOf = ({ name, file }: { readonly name: string; readonly file: string }): string => {
    const link = linkTo(file);
    return link === undefined ? literal(name) : `[${prose(name)}](<${encodeLink(link)}>)`;
  };
  const chapter = (heading: Message, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`## ${say(heading)}`, items.join('\n')];
  return `${[
    title,
    `${sentence(report.summary)}.`,
    ...chapter(
      message('Steps'),
      report.steps.map((step, index) => `${index + 1}. ${writeStep(step, nameOf(step))}`),
    ),
    ...chapter(
      message('What stays'),
      report.staying.map((each) => `- ${writeStaying(each, nameOf(each), say)}`),
    ),
    ...(report.conflict.length === 0 ? [] : [report.conflict.map(sentence).join(' ')]),
    ...chapter(
      message('What is taken for granted'),
      report.assumptions.map((each) => `- ${sentence(each)}`),
    ),
  ].join('\n\n')}\n`;
}

function writeStep({ action, memory, reasons, conditions }: ReportedStep, name: string): string {
  const below = [...reasons, ...conditions].map((each) => `\n   - ${sentence(each)}`);
  return `${name}: ${sentence(action)} (${sizeOf(memory)})${below.join('')}`;
}

function writeStaying({ memory, couldGo, reasons }: ReportedDomain, name: string, say: Say): string {
  const what = say(couldGo ? message('finds no room') : message('can go nowhere'));
  return `${name}: ${what} (${sizeOf(memory)})${reasons.map((each) => `\n  - ${sentence(each)}`).join('')}`;
}

/** Nothing in a link can end it. */
function encodeLink(link: string): string {
  return link.replace(/[<>()\s\\]/g, encodeURIComponent);
}
