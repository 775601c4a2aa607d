/** What reports for other programs need of the machine. */
export interface ReportMachine {
  /** The version of this program. */
  readonly version: string;
  /** The address of the page of a rule; undefined where it has none. */
  ruleUrl(ruleId: string): string | undefined;
  /** A path as services for continuous integration take it: relative to the checkout, with `/`, or absolute outside of it. */
  checkoutPath(path: string): string;
  /** Thirty-two hexadecimal digits that stand for a text. */
  digest(text: string): string;
}
