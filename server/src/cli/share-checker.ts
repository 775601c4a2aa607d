/** Checks some of the files of a command, in this thread or another one. */
import type { Message } from '../text/message';
import type { DocumentSettings, LanguageService } from '../language-service';
import type { CheckedShare, CheckOptions, ConfigSource, UnreadFile } from './checked-share';
import { ADDED_LINES, type AssembledFile, ConfigLoader } from './config-files';
import { ReportWriter } from './reporters/report-writer';
import { addTotals, NO_TOTALS, reportOptions, totalsOf } from './reporters/reporter';
import { splitParts } from './reporters/split-parts';
import { createTerminal, type Machine, type SourceText, type Terminal } from './terminal';

export class ShareChecker {
  private readonly service: LanguageService;
  private readonly machine: Machine;
  private readonly options: CheckOptions;
  private readonly terminal: Terminal;
  private readonly loader: ConfigLoader;
  private errors: string[] = [];
  private isUnwritten = false;

  constructor(service: LanguageService, machine: Machine, options: CheckOptions) {
    this.service = service;
    this.machine = machine;
    this.options = options;
    this.terminal = createTerminal({ ...machine, writeError: (text) => this.errors.push(text) }, service.say);
    const { target, config, defaults, fix, added, stdinPath } = options;
    const rewrite = fix ? { rewrite: this.rewrite.bind(this) } : {};
    this.loader = new ConfigLoader(service, this.terminal, { target, config, defaults, added, stdinPath, ...rewrite });
  }

  /** Checks the files, one share after the other. */
  async check(sources: readonly ConfigSource[]): Promise<CheckedShare> {
    const { service, options } = this;
    const writer = new ReportWriter(options.reports, reportOptions(service, this.machine, options));
    let totals = NO_TOTALS;
    const keep = (file: AssembledFile): void => {
      for (const part of splitParts(file, service.say)) {
        if (part.path !== ADDED_LINES || part.findings.length > 0) writer.add(part);
        totals = addTotals(totals, { ...totalsOf(part), files: part.path === ADDED_LINES ? 0 : 1 });
      }
    };
    const miss = (file: UnreadFile): void => {
      writer.addUnread(file);
      totals = addTotals(totals, { ...NO_TOTALS, unread: [file] });
    };
    const { hasFailed } = await this.loader.loadSources(sources, keep, miss);
    const { errors } = this;
    this.errors = [];
    return { outputs: writer.texts, totals, errors, hasFailed: hasFailed || this.isUnwritten };
  }

  /** Fixes a text; one that cannot be written stays what it was. */
  private async rewrite(path: string, source: SourceText, settings: DocumentSettings): Promise<string> {
    const fixed = this.service.fixAll(source.text, settings);
    const problem = await this.giveBack(path, source, fixed);
    if (problem === undefined) return fixed;
    this.terminal.printFailure(path, { kind: 'unreadable', reason: problem });
    this.isUnwritten = true;
    return source.text;
  }

  /** @returns why the file could not be written */
  private async giveBack(path: string, source: SourceText, fixed: string): Promise<Message | undefined> {
    if (path === '-') this.terminal.passOn({ text: fixed, encoding: source.encoding });
    else if (fixed !== source.text) return this.machine.replace(path, source, fixed);
    return undefined;
  }
}
