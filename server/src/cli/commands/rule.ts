/** `xlcfg rule`: explains a rule, without a network. */
import type { LanguageService } from '../../language-service';
import { findClosest } from '../../text/closest';
import { message } from '../../text/message';
import { oneLine, printableJson } from '../printable';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';
import { toPlainText } from '../plain-text';

export type RuleFormat = 'text' | 'markdown' | 'json';

/** Prints the page of a rule. */
export async function explainRule(service: LanguageService, terminal: Terminal, id: string, format: RuleFormat): Promise<ExitStatus> {
  const rules = service.listRules();
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const closest = findClosest(
      id,
      rules.map((each) => each.id),
    );
    const problem =
      closest === undefined
        ? message('There is no rule `{id}`; `xlcfg rules` lists all', { id })
        : message('There is no rule `{id}`. Did you mean `{closest}`?', { id, closest });
    terminal.printError(`${oneLine(service.say(problem))}\n`);
    return EXIT.usage;
  }
  if (format === 'json') {
    const { summary, rationale, category, severity, stage, fixable, since, until, evidence } = rule;
    const record = { id, summary, rationale, category, severity, stage, fixable, since, until, evidence, ruleUrl: terminal.ruleUrl(id) };
    terminal.print(printableJson(`${JSON.stringify({ version: 1, rules: [record] }, undefined, 2)}\n`));
    return EXIT.fine;
  }
  const page = await terminal.readRulePage(id);
  // Its declaration is in the program, so most can be said without the page.
  const markdown = page.kind === 'text' ? page.text.replace(/^<!--.*-->\n/gm, '') : `# ${id}\n\n${rule.summary}\n\n${rule.rationale}\n`;
  terminal.print(format === 'markdown' ? markdown : toPlainText(markdown));
  return EXIT.fine;
}
