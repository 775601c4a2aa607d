/** What can be said of a template: nothing about a place that is filled in, and no fix there. */
import type { Template } from '../syntax/nodes';
import { touchesAny } from '../syntax/parse-template';
import type { Report, RuleMeta } from './rule';

/** The report as far as no hole is in its way; undefined where it is about one. */
export function withoutDoubt(report: Report, { fileKinds }: RuleMeta, template: Template | undefined): Report | undefined {
  // What is only said of templates is about them as such.
  if (template === undefined || fileKinds?.includes('config') !== true) return report;
  const { holes } = template;
  if (touchesAny(holes, report.range)) return undefined;
  const fixes = report.fixes?.filter(({ edits }) => edits.every(({ range }) => !touchesAny(holes, range)));
  return fixes === undefined ? report : { ...report, fixes };
}
