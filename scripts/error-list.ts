/** The page that lists the messages that are explained. */
import type { ErrorMessage, Program } from '../server/src/errors/error-message';
import { ERROR_MESSAGES } from '../server/src/errors/messages/index';
import { PROGRAMS } from '../server/src/features/explain-errors';
import { literal, sentence } from '../server/src/features/markdown';
import { sayInEnglish } from '../server/src/messages/say';

/** The page, a section a program. */
export function errorList(): string {
  const programs = Object.keys(PROGRAMS) as readonly Program[];
  const sections = programs.map((program) => {
    const rows = ERROR_MESSAGES.filter((message) => message.program === program).map(row);
    const title = sayInEnglish(PROGRAMS[program]).replace(
      /^(?:an?|the)\b/,
      (article) => article.charAt(0).toUpperCase() + article.slice(1),
    );
    return [`## ${title}`, '', '| Message | Meaning | Causes |', '| --- | --- | --- |', ...rows, ''].join('\n');
  });
  return [
    '# Messages of Xen',
    '',
    'What `xlcfg why` and *Xen: Explain an xl Error…* know. Words in braces change from one message to the next; of several wordings the first',
    'is shown. What only follows from another message, or is a warning, says so.',
    '',
    ...sections,
  ].join('\n');
}

function row({ says: [says = ''], meaning, causes, isConsequence, isWarning }: ErrorMessage): string {
  const kind = isConsequence === true ? ' (a consequence)' : isWarning === true ? ' (a warning)' : '';
  const listed = causes.map(({ text, certainty }) => `${certainty}: ${sentence(text.template)}`).join('<br>');
  return `| ${literal(says)}${kind} | ${sentence(meaning.template)} | ${listed} |`;
}
