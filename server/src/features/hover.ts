/** What is shown when the pointer rests on something. */
import { factOf, type HostFacts } from '../facts/host-facts';
import type { DomainModel } from '../model/domain-model';
import { atomOf, type Setting } from '../model/setting';
import type { ShownFinding, Stage } from '../linter/rule';
import type { Say } from '../messages/say';
import { findForeignName, type ForeignName } from '../options/foreign-names';
import { type TextRange, touchesOffset } from '../text/text-range';
import { imageMarkdown } from './image-report';
import { literal, sentence, prose } from './markdown';
import { reportMigration } from './migration-report';
import { renderOption } from './option-markdown';
import { describeKey } from './spec-completion';
import { findSpecCursor } from './spec-cursor';

export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
}

const STAGES: Readonly<Record<Stage, string>> = {
  parse: '`xl create -n` refuses the file',
  create: 'libxl refuses to create the domain',
  boot: 'the domain builder or the guest fails',
  migrate: 'the domain cannot move to another host',
};

/** What is known of a text: as much of an analysis as is needed here. */
interface HoveredText {
  readonly model: DomainModel;
  readonly findings: readonly ShownFinding[];
  readonly facts: HostFacts;
}

/** The hover at an offset: the option of a name, how xl reads a value, the stage of an error. */
export function hover(text: HoveredText, offset: number, say: Say): Hover | undefined {
  const { model, findings } = text;
  const setting = model.effective.find(({ parts }) => parts.some(({ range }) => touchesOffset(range, offset)));
  const written = setting?.parts.find(({ range }) => touchesOffset(range, offset));
  const errors = findings.filter((finding) => finding.stage !== undefined && touchesOffset(finding.range, offset));
  const stages = [...new Set(errors.map(({ stage }) => stage))].flatMap((stage) => (stage === undefined ? [] : [`*${STAGES[stage]}*`]));
  const isOnName = written !== undefined && touchesOffset(written.nameRange, offset);
  const parts = setting === undefined ? [] : isOnName ? describeName(setting, text, say) : describeValue(setting, text, offset);
  const markdown = [...parts, ...stages].join('\n\n---\n\n');
  const range = isOnName ? written.nameRange : (written?.valueRange ?? errors[0]?.range);
  return markdown === '' || range === undefined ? undefined : { range, markdown };
}

function describeName(setting: Setting, text: HoveredText, say: Say): readonly string[] {
  const { model } = text;
  if (setting.option === undefined) return describeForeign(setting.name, findForeignName(setting.name));
  return [renderOption(setting.option, model.target), ...explainValue(setting, model), ...describeMigration(setting, text, say)];
}

/** On the name of the domain: whether it can move. */
function describeMigration({ name }: Setting, { model, facts }: HoveredText, say: Say): readonly string[] {
  if (name !== 'name' || model.fileKind !== 'config') return [];
  const { summary, reasons } = reportMigration(model, facts, say);
  const blockers = reasons.filter(({ strength }) => strength !== 'depends').map(({ message: text }) => `- ${sentence(text)}`);
  return [[`This domain is **${summary}**.`, ...(blockers.length === 0 ? [] : [[...new Set(blockers)].join('\n')])].join('\n\n')];
}

function describeValue(setting: Setting, { model, facts }: HoveredText, offset: number): readonly string[] {
  const { option } = setting;
  if (option === undefined) return [];
  const inSpec = describeInSpec(model, offset);
  if (inSpec.length > 0) return inSpec;
  const fact = factOf(facts, atomOf(setting)?.text);
  const image = fact.state === 'image' ? [imageMarkdown(fact.report, model.target)] : [];
  return [`${literal(setting.name)}: ${option.summary}`, ...explainValue(setting, model), ...image];
}

/** In a device string: the key under the pointer, and the whole device as xl reads it. */
function describeInSpec(model: DomainModel, offset: number): readonly string[] {
  const cursor = findSpecCursor(model, offset);
  if (cursor === undefined) return [];
  const name = (cursor.field?.key ?? cursor.field?.whole)?.text.trim();
  const key = cursor.spec.keys.find((each) => each.name === name);
  const rows = cursor.spec.explain?.(cursor.item.text, model) ?? [];
  const table = ['| How xl reads this | |', '| --- | --- |', ...rows.map(([label, text]) => `| ${label} | ${literal(text)} |`)];
  return [...(key === undefined ? [] : [describeKey(key, model)]), ...(rows.length === 0 ? [] : [table.join('\n')])];
}

function explainValue({ option, value, name }: Setting, model: DomainModel): readonly string[] {
  const explanation = value === undefined ? undefined : option?.type.explain(value, model);
  return explanation === undefined ? [] : [`xl reads ${literal(name)} here as **${prose(explanation)}**.`];
}

const FOREIGN: Readonly<Record<ForeignName['origin'], string>> = {
  xend: 'is a name of the old xend toolstack; xl ignores it.',
  'xl.conf': 'belongs into `/etc/xen/xl.conf`; xl ignores it here.',
  vendor: 'is read by the xl of some vendors only.',
  misnamed: 'is no option of xl.',
};

function describeForeign(name: string, foreign: ForeignName | undefined): readonly string[] {
  if (foreign === undefined) return [`${literal(name)} is no option that any xl since 4.6 reads.`];
  const instead = foreign.replacement === undefined ? '' : ` Use \`${foreign.replacement}\`.`;
  return [`${literal(name)} ${FOREIGN[foreign.origin]}${instead}`];
}
