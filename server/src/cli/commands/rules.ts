/** `xlcfg rules`: lists the rules. */
import type { LanguageService } from '../../language-service';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** Prints every rule with the severity it has by default, and what it reports. */
export function listRules(service: LanguageService, terminal: Terminal, format: 'text' | 'json'): ExitStatus {
  const rules = service.listRules();
  if (format === 'json') {
    const records = rules.map(({ id, summary, category, severity, stage, fixable, since, until }) => ({
      ...{ id, summary, category, severity, stage, fixable, since, until },
    }));
    terminal.print(`${JSON.stringify({ version: 1, rules: records }, undefined, 2)}\n`);
    return EXIT.fine;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, severity, summary } of rules) terminal.print(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary}\n`);
  return EXIT.fine;
}
