/**
 * Judges a folder of real configs, for a look by eye: how often each rule
 * reports in those that are accepted, how long the slowest file takes, and, where the folder says what the
 * real xl answered (`xl-VERSION/NAME.rc`, exit statuses), where the two differ.
 *
 *   npm run corpus -- FOLDER [--xen 4.17] [--verbose]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLanguageService, type Finding, parseXenVersion } from '../server/src/language-service';
import { DEFAULT_RULE_SETTINGS } from '../server/src/linter/run';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { xen: { type: 'string', default: '4.17' }, verbose: { type: 'boolean', default: false } },
});
const [folder] = positionals;
const xen = parseXenVersion(values.xen);
if (folder === undefined || xen === undefined) throw new Error('Usage: npm run corpus -- FOLDER [--xen VERSION] [--verbose]');

const service = createLanguageService();
const configs = existsSync(join(folder, 'files')) ? join(folder, 'files') : folder;

/** The exit status of the real xl, where it is on record. */
function recordedStatus(file: string): number | undefined {
  const record = join(folder ?? '', `xl-${values.xen}`, `${basename(file).replace(/\.[^.]*$/, '')}.rc`);
  return existsSync(record) ? Number(readFileSync(record, 'utf8')) : undefined;
}

function isRefusal({ severity, stage }: Finding): boolean {
  return severity === 'error' && stage === 'parse';
}

interface RuleCount {
  readonly severity: string;
  readonly files: Set<string>;
  findings: number;
}

const counts = new Map<string, RuleCount>();
const accepted = new Set<string>();

function count({ ruleId, severity }: Finding, file: string): void {
  const key = `${severity.padEnd(12)} ${ruleId}`;
  const known = counts.get(key) ?? { severity, files: new Set<string>(), findings: 0 };
  known.files.add(file);
  known.findings += 1;
  counts.set(key, known);
}

const differences: string[] = [];
let slowest = { file: '', milliseconds: 0 };
let fileCount = 0;
for (const file of readdirSync(configs).sort()) {
  const text = readFileSync(join(configs, file), 'utf8');
  const start = performance.now();
  const { findings, failures, model } = service.analyze(text, { target: { xen }, rules: DEFAULT_RULE_SETTINGS });
  const milliseconds = performance.now() - start;
  if (milliseconds > slowest.milliseconds) slowest = { file, milliseconds };
  fileCount += 1;
  for (const { ruleId, error } of failures) differences.push(`${file}: the rule ${ruleId} failed: ${String(error)}`);
  const status = recordedStatus(file);
  const refused = findings.some(isRefusal);
  if (!refused && model.fileKind === 'config') {
    accepted.add(file);
    for (const finding of findings) count(finding, file);
  }
  if (status !== undefined && (status !== 0) !== refused) {
    const template = model.fileKind === 'template' ? ' (a template)' : '';
    differences.push(`${file}: xl exits with ${status}, here it is ${refused ? 'refused' : 'accepted'}${template}`);
  }
  if (values.verbose) {
    for (const { ruleId, severity, message, range } of findings) {
      const line = text.slice(0, range.start).split('\n').length;
      process.stdout.write(`${file}:${line}: ${severity}: ${message} (${ruleId})\n`);
    }
  }
}
process.stdout.write(`${fileCount} files, the slowest ${slowest.file} in ${slowest.milliseconds.toFixed(1)} ms\n`);
const all = [...counts].sort(([, a], [, b]) => b.files.size - a.files.size);
const shown = all.filter(([, { severity }]) => severity !== 'hint').reduce((sum, [, { findings }]) => sum + findings, 0);
const perFile = (shown / accepted.size).toFixed(2);
process.stdout.write(`${accepted.size} accepted configs, ${perFile} findings a file without hints\n`);
for (const [key, { files, findings }] of all) {
  const share = ((100 * files.size) / accepted.size).toFixed(1).padStart(5);
  process.stdout.write(`${share} %  ${String(findings).padStart(4)}  ${key}\n`);
}
process.stdout.write(`${differences.length} differences\n${differences.map((each) => `  ${each}\n`).join('')}`);
