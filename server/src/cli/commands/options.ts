/** `xlcfg options`: lists the options of a kind of file for a target. */
import type { ConfigKind, LanguageService, Target } from '../../language-service';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

export interface ListingOptions {
  readonly target: Target;
  /** Whose options are listed. */
  readonly file: ConfigKind;
  readonly format: 'text' | 'json';
}

/** Prints the options that the target reads in a kind of file. */
export function listOptions(service: LanguageService, terminal: Terminal, { target, file, format }: ListingOptions): ExitStatus {
  const options = service.listOptions(target, file);
  if (format === 'json') {
    terminal.print(`${JSON.stringify({ version: 1, xen: target.xen, arch: target.arch, file, options }, undefined, 2)}\n`);
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
