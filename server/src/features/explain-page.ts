/** The domain that xl makes of a config, as a page in Markdown. */
import type { ShownFinding } from '../linter/rule';
import { atomOf } from '../model/setting';
import { LineIndex } from '../text/line-index';
import type { ConfigKind } from '../schema/config-kind';
import { message, type Message, type Word } from '../text/message';
import { STAGE_EFFECTS } from '../text/problem';
import type { IdleReason } from '../model/queries/idle-settings';
import type { Say } from '../messages/say';
import type { ValidatedModel } from '../validation/validate';
import { CHAPTERS } from './domain-chapters';
import { describeDomain, type DescribedSetting, type IdleSetting } from './domain-description';
import { defineFeature, type FeatureContext } from './feature';
import { literal, prose, sentence, table } from './markdown';
import { reportMigration } from './migration-report';

/** Longest value that a table shows; a command line is shorter. */
const MAX_VALUE = 400;

/** The page; it says why where there is no domain. */
export const explainPage = defineFeature((context): string => {
  const { model, isRefused } = context;
  const parts = model.fileKind !== 'config' || isRefused ? whyNone(context) : partsOf(context);
  return `${parts.join('\n\n')}\n`;
});

function partsOf(context: FeatureContext): readonly string[] {
  return context.model.kind === 'domain' ? [...domainParts(context), ...migrationParts(context)] : settingParts(context);
}

function titleOf(model: ValidatedModel, say: Say): string {
  const name = atomOf(model.byName.get('name'))?.text ?? '';
  return `# ${name === '' || model.kind === 'xl.conf' ? say(KIND_TITLES[model.kind]) : literal(name)}`;
}

const KIND_TITLES: Readonly<Record<ConfigKind, Message>> = {
  domain: message('The domain'),
  'xl.conf': message('The settings of xl'),
  cpupool: message('The CPU pool'),
};

/** Why there is no domain: what the findings say that stop xl, or that the file is no config. */
function whyNone({ model, findings, say }: FeatureContext): readonly string[] {
  const isConfig = model.fileKind === 'config';
  const reasons = isConfig ? findings.filter(({ severity, stage }) => severity === 'error' && stage === 'parse') : findings;
  return [titleOf(model, say), `**${say(headlineOf(model))}**`, listFindings(reasons, model, say)].filter((part) => part !== '');
}

function headlineOf({ kind, fileKind, target }: ValidatedModel): Message {
  if (kind !== 'domain')
    return fileKind === 'config'
      ? message('xl {release} refuses this file.', { release: target.xen })
      : message('This file is not a config yet.');
  if (fileKind !== 'config') return message('This file is not a config yet, so there is no domain.');
  return message('xl {release} refuses this file, so there is no domain.', { release: target.xen });
}

function listFindings(findings: readonly ShownFinding[], model: ValidatedModel, say: Say): string {
  const lines = new LineIndex(model.tree.text);
  return findings.map(({ range, message: found }) => `- ${lineWords(range.start, lines, say)}: ${sentence(found)}`).join('\n');
}

function lineWords(offset: number, lines: LineIndex, say: Say): string {
  return say(message('Line {line}', { line: String(lines.positionAt(offset).line + 1) }));
}

const TYPES = { pv: 'PV', hvm: 'HVM', pvh: 'PVH' } as const;
const ARCHITECTURES = { x86: 'x86', arm: 'Arm' } as const;

function domainParts({ model, findings, say }: FeatureContext): readonly string[] {
  const { target, domainType, typeSetting } = model;
  const words = { type: TYPES[domainType], arch: ARCHITECTURES[target.arch], release: target.xen };
  const summary = message('{type} domain on {arch}, as xl of Xen {release} creates it.', words);
  const lines = new LineIndex(model.tree.text);
  const { chapters, idle } = describeDomain(model);
  const kind: DescribedSetting = {
    option: typeSetting?.name ?? 'type',
    words: TYPES[domainType],
    origin: typeSetting?.nameRange.start ?? 'default',
  };
  const isTypeRow = ({ option }: DescribedSetting): boolean => option === kind.option;
  const tables = Object.entries(CHAPTERS).flatMap(([chapter, title]) => {
    const known = [...chapters].find(([each]) => each === chapter)?.[1] ?? [];
    const rows = chapter === 'start' ? [kind, ...known.filter((row) => !isTypeRow(row))] : known;
    return rows.length === 0 ? [] : [`## ${say(title)}`, tableOf(rows, lines, say)];
  });
  return [titleOf(model, say), say(summary), ...refusedLater(findings, model, say), ...tables, ...idleParts(idle, model, lines, say)];
}

/** What another file of xl sets, and what it leaves to defaults. */
function settingParts({ model, say }: FeatureContext): readonly string[] {
  const lines = new LineIndex(model.tree.text);
  const { chapters, idle } = describeDomain(model);
  const summary = message('What holds, as xl of Xen {release} reads it.', { release: model.target.xen });
  const rows = [...chapters.values()].flat();
  return [titleOf(model, say), say(summary), tableOf(rows, lines, say), ...idleParts(idle, model, lines, say)];
}

/** xl takes the file, and yet the domain does not come up. */
function refusedLater(findings: readonly ShownFinding[], model: ValidatedModel, say: Say): readonly string[] {
  return (['create', 'boot'] as const).flatMap((stage) => {
    const own = findings.filter((finding) => finding.severity === 'error' && finding.stage === stage);
    const headline = message('xl takes the file, but {effect}:', { effect: STAGE_EFFECTS[stage] });
    return own.length === 0 ? [] : [`**${say(headline)}**`, listFindings(own, model, say)];
  });
}

function tableOf(rows: readonly DescribedSetting[], lines: LineIndex, say: Say): string {
  const head = [message('Setting'), message('Value'), message('From')].map(say);
  const cells = rows.map((row) => [nameOf(row, say), valueOf(row, say), originOf(row, lines, say)]);
  return table(head, cells);
}

function nameOf({ option, device }: DescribedSetting, say: Say): string {
  return device === undefined ? literal(option) : `${literal(option)} ${literal(cut(say(device)))}`;
}

function valueOf({ text, words, parts }: DescribedSetting, say: Say): string {
  if (parts !== undefined) return parts.map(([label, value]) => `${prose(say(label))}: ${partOf(value, say)}`).join('; ');
  if (text === undefined) return words === undefined ? '' : prose(cut(say(words)));
  return words === undefined ? literal(cut(text)) || '""' : `${literal(cut(text))} (${sentence(say(words))})`;
}

/** What a file has stays as it is; what we say of it is prose. */
function partOf(value: Word, say: Say): string {
  return typeof value === 'string' ? literal(cut(value)) : prose(cut(say(value)));
}

function cut(text: string): string {
  return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE)}…` : text;
}

function originOf({ origin }: DescribedSetting, lines: LineIndex, say: Say): string {
  if (origin === 'default') return say(message('default'));
  if (origin === 'host') return 'xl.conf';
  if (origin === 'others') return say(message('the other settings'));
  return say(message('line {line}', { line: String(lines.positionAt(origin).line + 1) }));
}

function idleParts(idle: readonly IdleSetting[], model: ValidatedModel, lines: LineIndex, say: Say): readonly string[] {
  if (idle.length === 0) return [];
  const items = idle.map(({ setting, reason }) => {
    const why = reason === undefined ? message('xl leaves it out of the domain') : whyIdle(reason, model, lines);
    return `- ${lineWords(setting.nameRange.start, lines, say)}, ${literal(cut(setting.name))}: ${sentence(say(why))}`;
  });
  return [`## ${say(message('Without effect'))}`, items.join('\n')];
}

function whyIdle(reason: IdleReason, { target }: ValidatedModel, lines: LineIndex): Message {
  switch (reason.kind) {
    case 'unknown':
      return message('no xl knows this option');
    case 'other-release':
      return message('xl {release} does not read it', { release: target.xen });
    case 'other-architecture':
      return message('it does nothing on {arch}', { arch: ARCHITECTURES[target.arch] });
    case 'without-effect':
      return message('Xen {release} does nothing with it', { release: target.xen });
    case 'not-taken':
      return message('xl ignores its value');
    case 'other-type':
      return message('it is for {types} domains only', { types: reason.types.map((type) => TYPES[type]).join(', ') });
    case 'overruled': {
      const line = String(lines.positionAt(reason.by.nameRange.start).line + 1);
      return message('`{name}` on line {line} wins', { name: reason.by.name, line });
    }
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}

function migrationParts(context: FeatureContext): readonly string[] {
  const { say } = context;
  const { summary, reasons } = reportMigration(context);
  const weighty = reasons.filter(({ strength }) => strength !== 'expects').map(({ message: found }) => `- ${sentence(found)}`);
  const phrase = message('This domain is **{summary}**.', { summary });
  return [`## ${say(message('Migration'))}`, say(phrase), ...(weighty.length === 0 ? [] : [[...new Set(weighty)].join('\n')])];
}
