/** Everything that an editor or the command line asks about one text, for measurements. */
import assert from 'node:assert/strict';
import { renderOutput } from '../../server/src/cli/output';
import type { ReportFormat } from '../../server/src/cli/checked-share';
import { REPORTERS } from '../../server/src/cli/reporters/index';
import { reportAll, reportOptions } from '../../server/src/cli/reporters/reporter';
import { toReportedFile } from '../../server/src/cli/reporters/reported-file';
import type { bindFeatures } from '../../server/src/features/index';
import {
  type Analysis,
  completeStyle,
  createLanguageService,
  DEFAULT_INDENT,
  type FormatOptions,
  HINT_KINDS,
  type Listing,
  WorkspaceIndex,
} from '../../server/src/language-service';
import { textRange } from '../../server/src/text/text-range';
import { DEFAULT_RULE_SETTINGS } from '../../server/src/linter/run';
import { DEFAULT_TARGET } from '../../server/src/schema/target';
import { REPORT_MACHINE } from './fake-terminal';

const service = createLanguageService();
const FORMAT_OPTIONS: FormatOptions = {
  ...completeStyle({ lists: 'one-per-line', alignment: true, quotes: 'double' }),
  indent: DEFAULT_INDENT,
  lineEnd: '\n',
  finalNewline: true,
};
const SETTINGS = { target: DEFAULT_TARGET, rules: DEFAULT_RULE_SETTINGS };

export interface HostileInput {
  readonly text: string;
  readonly analysis: Analysis;
}

export type HostileOperation = (input: HostileInput) => unknown;

const middle = ({ text }: HostileInput): number => text.length >> 1;
const report = ({ text, analysis }: HostileInput, format: ReportFormat): string => {
  const options = reportOptions(service, REPORT_MACHINE, { severity: 'hint' });
  return renderOutput(reportAll(REPORTERS[format], [toReportedFile({ path: 'a.cfg', text, analysis })], options), true);
};

/** Where the kernel is being written, in a config of its own. */
const PATH_PLACE = service.pathAt(service.analyze('kernel = "/"', SETTINGS), 'kernel = "/'.length) ?? assert.fail('a path');

/** A folder with a file for each word of a text. */
function listingOf(text: string): Listing {
  return { entries: text.split(/\s+/).map((name) => ({ name, kind: 'file' })), isComplete: true, images: new Map() };
}

/** By name; `analyze` needs the text only. */
export const OPERATIONS = {
  analyze: ({ text }: Pick<HostileInput, 'text'>): Analysis => service.analyze(text, SETTINGS),
  hover: (input) => service.hover(input.analysis, middle(input)),
  hostClaims: ({ analysis }) => service.hostClaims(analysis),
  fleetDomain: ({ analysis }) => service.fleetDomain(analysis),
  complete: (input) => service.complete(input.analysis, middle(input)),
  signatureHelp: (input) => service.signatureHelp(input.analysis, middle(input)),
  semanticTokens: ({ analysis }) => service.semanticTokens(analysis),
  symbols: ({ analysis }) => service.symbols(analysis),
  actions: ({ text, analysis }) => service.actions(analysis, textRange(0, text.length)),
  pathAt: (input) => service.pathAt(input.analysis, middle(input)),
  completePath: ({ text, analysis }) => service.completePath(analysis, PATH_PLACE, listingOf(text)),
  inlayHints: ({ text, analysis }) => service.inlayHints(analysis, textRange(0, text.length), new Set(HINT_KINDS)),
  findingsAt: ({ text, analysis }) => service.findingsAt(analysis, textRange(0, text.length)),
  paste: ({ text, analysis }) => [text, '01:00.0 VGA'].map((pasted) => service.paste(analysis, textRange(0, 0), pasted)),
  // Also a text that is no program is taken for one, because of the line in front.
  convertXm: ({ text }) => service.convertXm(service.analyze(`import os\n${text}`, SETTINGS)),
  assists: ({ text, analysis }) => [0, text.length >> 1, text.length].map((at) => service.assists(analysis, textRange(at, at))),
  links: ({ analysis }) => service.links(analysis),
  format: ({ analysis }) => service.format(analysis, FORMAT_OPTIONS),
  formatRange: (input) => service.formatRange(input.analysis, textRange(middle(input), middle(input)), FORMAT_OPTIONS),
  formatOnType: (input) => service.formatOnType(input.analysis, middle(input), FORMAT_OPTIONS),
  'facts to gather': ({ analysis }) => service.hasFactsToGather(analysis),
  stateTarget: ({ analysis }) => service.stateTarget(analysis, DEFAULT_TARGET),
  reportMigration: ({ text, analysis }) => service.migrationPage([{ ...service.reportMigration(analysis), path: 'a.cfg', text }]),
  folds: ({ analysis }) => service.folds(analysis),
  selectionRanges: (input) => service.selectionRanges(input.analysis, middle(input)),
  definition: (input) => service.definition(input.analysis, middle(input)),
  references: (input) => service.references(input.analysis, middle(input)),
  prepareRename: (input) => service.prepareRename(input.analysis, middle(input)),
  rename: (input) => service.rename(input.analysis, middle(input), 'renamed'),
  renameThing: ({ analysis }) => service.renameThing(analysis, { kind: 'bridge', identity: 'xenbr0' }, 'renamed'),
  'workspace symbols': ({ text }) => {
    const index = new WorkspaceIndex();
    index.set('a.cfg', service.summarize(text));
    return [index.symbols('a'), index.find({ kind: 'bridge', identity: 'xenbr0' }), index.sharedValues];
  },
  detect: ({ text }) => service.detect(text),
  'fix all': ({ text }) => service.fixAll(text, SETTINGS),
  store: ({ text }) => service.store(text),
  'errors of the text': ({ text }) => service.explainErrors(text),
  'errors of the text in the text': ({ text, analysis }) => service.errorPage(service.explainErrors(text, analysis), analysis),
  explain: ({ analysis }) => service.explain(analysis),
  explainPage: ({ analysis }) => service.explainPage(analysis),
  compareRunning: ({ text, analysis }) =>
    [text, JSON.stringify([service.explain(analysis) ?? {}])].map((listed) =>
      service.comparisonPage(service.compareRunning(analysis, listed)),
    ),
  domainName: ({ analysis }) => service.domainName(analysis),
  'text report': (input) => report(input, 'text'),
  'json report': (input) => report(input, 'json'),
  'sarif report': (input) => report(input, 'sarif'),
  'github report': (input) => report(input, 'github'),
  'gitlab report': (input) => report(input, 'gitlab'),
  'junit report': (input) => report(input, 'junit'),
  'checkstyle report': (input) => report(input, 'checkstyle'),
} satisfies Record<string, HostileOperation> &
  Readonly<Record<keyof ReturnType<typeof bindFeatures>, HostileOperation>> & {
    readonly analyze: (input: Pick<HostileInput, 'text'>) => Analysis;
  };
