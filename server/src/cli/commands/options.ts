/** `xlcfg options`: lists the options of xl.cfg for a target. */
import type { LanguageService, Target } from '../../language-service';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** Prints the options that the target reads. */
export function listOptions(service: LanguageService, terminal: Terminal, target: Target, format: 'text' | 'json'): ExitStatus {
  const options = service.listOptions(target);
  if (format === 'json') {
    terminal.print(`${JSON.stringify({ version: 1, xen: target.xen, arch: target.arch, options }, undefined, 2)}\n`);
    return EXIT.fine;
  }
  const width = Math.max(...options.map(({ name }) => name.length));
  let section = '';
  for (const { name, sectionTitle, summary } of options) {
    if (sectionTitle !== section) terminal.print(`${section === '' ? '' : '\n'}${sectionTitle}\n`);
    section = sectionTitle;
    terminal.print(`  ${name.padEnd(width)}  ${summary}\n`);
  }
  return EXIT.fine;
}
