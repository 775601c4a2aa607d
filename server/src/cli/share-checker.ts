/** Checks some of the files of a command, in this thread or another one. */
import type { Message } from '../text/message';
import type { DocumentSettings, LanguageService } from '../language-service';
import type { CheckedShare, CheckOptions } from './checked-share';
import { type CheckedFile, ConfigLoader } from './config-files';
import { REPORTERS } from './reporters/index';
import { toReportedFile } from './reporters/reported-file';
import { addTotals, NO_TOTALS } from './reporters/reporter';
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
    const { target, config, fix } = options;
    const rewrite = fix ? { rewrite: this.rewrite.bind(this) } : {};
    this.loader = new ConfigLoader(service, this.terminal, { target, config, ...rewrite });
  }

  /** Checks the files, one share after the other. */
  async check(paths: readonly string[]): Promise<CheckedShare> {
    const reporter = REPORTERS[this.options.format];
    let [output, totals] = ['', NO_TOTALS];
    const keep = (file: CheckedFile): void => {
      const report = reporter.reportFile(toReportedFile(file), { showsHints: this.options.hints, say: this.service.say });
      output += `${totals.files === 0 ? '' : reporter.between}${this.terminal.render(report)}`;
      totals = addTotals(totals, { files: 1, counts: file.analysis.counts });
    };
    const { hasFailed } = await this.loader.load(paths, keep);
    const { errors } = this;
    this.errors = [];
    return { output, totals, errors, hasFailed: hasFailed || this.isUnwritten };
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
