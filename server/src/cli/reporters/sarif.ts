/** Findings as SARIF 2.1.0, the form in which code scanning takes the results of any tool. */
import type { Finding, Severity } from '../../language-service';
import { LineIndex } from '../../text/line-index';
import type { TextRange } from '../../text/text-range';
import type { UnreadFile } from '../checked-share';
import { printableJson } from '../printable';
import { fingerprints } from './fingerprint';
import type { ReportMachine } from './report-machine';
import type { Reporter, ReportOptions } from './reporter';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** One run. Its tool stands behind the results, because only then the rules are known that have one. */
export const SARIF_REPORTER: Reporter = {
  shows: 'hint',
  begin: `{\n"$schema": ${JSON.stringify(SCHEMA)},\n"version": "2.1.0",\n"runs": [{\n"columnKind": "utf16CodeUnits",\n"results": [`,
  between: ',',
  reportFile(file, { machine }) {
    const lines = new LineIndex(file.text);
    const fingerprint = fingerprints(file, lines, machine);
    const results = file.findings.map((finding) => print(toResult(finding, fingerprint(finding), lines, toArtifact(file.path, machine))));
    return results.length === 0 ? [] : [results.join(',')];
  },
  reportUnread: () => [],
  end({ byRule, unread }, options) {
    const invocation = {
      executionSuccessful: unread.length === 0,
      toolExecutionNotifications: unread.map((file) => toNotification(file, options.machine)),
    };
    const driver = { name: 'xlcfg', version: options.machine.version, rules: describeRules(new Set(Object.keys(byRule)), options) };
    return [`\n],\n"invocations": [${print(invocation)}],\n"tool": ${print({ driver })}\n}]\n}\n`];
  },
};

function print(value: unknown): string {
  return printableJson(`\n${JSON.stringify(value)}`);
}

type Artifact = Readonly<Record<string, string>>;

function toResult(
  { ruleId, severity, stage, message, range, related, fixes }: Finding,
  fingerprint: string,
  lines: LineIndex,
  file: Artifact,
): unknown {
  const place = (where: TextRange): unknown => ({ artifactLocation: file, region: toRegion(where, lines) });
  return {
    ruleId,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: place(range) }],
    relatedLocations: related.map((each, id) => ({ id, message: { text: each.message }, physicalLocation: place(each.range) })),
    partialFingerprints: { 'xlcfg/v1': fingerprint },
    fixes: fixes.map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation: file,
          replacements: edits.map((edit) => ({ deletedRegion: toRegion(edit.range, lines), insertedContent: { text: edit.newText } })),
        },
      ],
    })),
    ...(stage === undefined ? {} : { properties: { stage } }),
  };
}

function toRegion(range: TextRange, lines: LineIndex): unknown {
  const { start, end } = lines.lineRange(range);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Half a character, which no address can hold. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What is in the checkout is relative to it, as code scanning wants it. */
function toArtifact(path: string, machine: ReportMachine): Artifact {
  const place = machine.checkoutPath(path).replace(LONE_SURROGATE, '\ufffd');
  const uri = place.split('/').map(encodeURIComponent).join('/');
  if (place.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(place) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function toNotification({ path, problem }: UnreadFile, machine: ReportMachine): unknown {
  return {
    level: 'error',
    message: { text: problem },
    locations: [{ physicalLocation: { artifactLocation: toArtifact(path, machine) } }],
  };
}

function describeRules(wanted: ReadonlySet<string>, { rules, machine }: ReportOptions): readonly unknown[] {
  return rules()
    .filter(({ id }) => wanted.has(id))
    .map(({ id, summary, rationale, severity, category }) => {
      const helpUri = machine.ruleUrl(id);
      const text = `${summary}\n\n${rationale}`;
      return {
        id,
        shortDescription: { text: summary },
        fullDescription: { text: rationale },
        help: { text, markdown: helpUri === undefined ? text : `${text}\n\n[${id}](${helpUri})` },
        helpUri,
        defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
        properties: { tags: [category] },
      };
    });
}
