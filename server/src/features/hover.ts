/** What is shown when the pointer rests on something. */
import { STAGE_EFFECTS } from '../text/problem';
import { message, type Message, plainMessage } from '../text/message';
import { factOf } from '../facts/host-facts';
import type { DomainModel } from '../model/domain-model';
import { atomOf, type Setting } from '../model/setting';
import type { Say } from '../messages/say';
import { explainValue } from '../schema/value-types/check-type';
import { findForeignName, type ForeignName } from '../options/foreign-names';
import { type TextRange, touchesOffset } from '../text/text-range';
import { imageMarkdown } from './image-report';
import { literal, sentence, prose } from './markdown';
import { reportMigration } from './migration-report';
import { renderOption } from './option-markdown';
import { describeKey } from './spec-completion';
import { findSpecCursor } from './spec-cursor';
import { defineFeature, type FeatureContext } from './feature';
import { describesDomain } from '../validation/validate';
import { KIND_NAMES } from '../schema/config-kind';

export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
  /** Where the documentation has the option: a file beside those of the other sections, and a heading in it. */
  readonly page?: { readonly file: string; readonly heading: string };
}

/** The hover at an offset: the option of a name, how xl reads a value, the stage of an error. */
export const hover = defineFeature((context, offset: number): Hover | undefined => {
  const { model, findings, say } = context;
  const setting = model.effective.find(({ parts }) => parts.some(({ range }) => touchesOffset(range, offset)));
  const written = setting?.parts.find(({ range }) => touchesOffset(range, offset));
  const errors = findings.filter((finding) => finding.stage !== undefined && touchesOffset(finding.range, offset));
  const stages = [...new Set(errors.map(({ stage }) => stage))].flatMap((stage) =>
    stage === undefined ? [] : [`*${say(STAGE_EFFECTS[stage])}*`],
  );
  const isOnName = written !== undefined && touchesOffset(written.nameRange, offset);
  const parts = setting === undefined ? [] : isOnName ? describeName(setting, context) : describeValue(setting, context, offset);
  const markdown = [...parts, ...stages].join('\n\n---\n\n');
  const range = isOnName ? written.nameRange : (written?.valueRange ?? errors[0]?.range);
  return markdown === '' || range === undefined ? undefined : { range, markdown, ...findPage(setting) };
});

function findPage(setting: Setting | undefined): Pick<Hover, 'page'> {
  const option = setting?.option;
  return option === undefined ? {} : { page: { file: `${option.section}.md`, heading: option.name } };
}

function describeName(setting: Setting, context: FeatureContext): readonly string[] {
  const { model, say } = context;
  if (setting.option === undefined) return [say(describeForeign(literal(setting.name), findForeignName(setting.name, model.kind)))];
  return [
    renderOption(setting.option, model.target, say, model.hostDefaults),
    ...describeReading(setting, model, say),
    ...describeMigration(setting, context),
  ];
}

/** On the name of the domain: whether it can move. */
function describeMigration({ name }: Setting, context: FeatureContext): readonly string[] {
  const { model, say } = context;
  if (name !== 'name' || !describesDomain(model)) return [];
  const { summary, reasons } = reportMigration(context);
  const blockers = reasons
    .filter(({ strength }) => strength === 'refused' || strength === 'breaks' || strength === 'risks')
    .map(({ message: text }) => `- ${sentence(text)}`);
  return [
    [
      say(message('This domain is **{summary}**.', { summary })),
      ...(blockers.length === 0 ? [] : [[...new Set(blockers)].join('\n')]),
    ].join('\n\n'),
  ];
}

function describeValue(setting: Setting, { model, facts, say }: FeatureContext, offset: number): readonly string[] {
  const { option } = setting;
  if (option === undefined) return [];
  const inSpec = describeInSpec(model, offset, say);
  if (inSpec.length > 0) return inSpec;
  const fact = factOf(facts, atomOf(setting)?.text);
  const image = fact.state === 'image' ? [imageMarkdown(fact.report, model.target, say)] : [];
  return [`${literal(setting.name)}: ${say(plainMessage(option.summary))}`, ...describeReading(setting, model, say), ...image];
}

/** In a device string: the key under the pointer, and the whole device as xl reads it. */
function describeInSpec(model: DomainModel, offset: number, say: Say): readonly string[] {
  const cursor = findSpecCursor(model, offset);
  if (cursor === undefined) return [];
  const name = (cursor.field?.key ?? cursor.field?.whole)?.text.trim();
  const key = cursor.spec.keys.find((each) => each.name === name);
  const rows = cursor.spec.explain?.(cursor.item.text, model) ?? [];
  const heading = `| ${say(message('How xl reads this'))} | |`;
  const table = [heading, '| --- | --- |', ...rows.map(([label, text]) => `| ${prose(say(label))} | ${literal(say(text))} |`)];
  return [...(key === undefined ? [] : [describeKey(key, model, say)]), ...(rows.length === 0 ? [] : [table.join('\n')])];
}

function describeReading({ option, value, name }: Setting, model: DomainModel, say: Say): readonly string[] {
  const explanation = value === undefined || option === undefined ? undefined : explainValue(option.type, value, model);
  if (explanation === undefined) return [];
  return [say(message('xl reads {name} here as **{meaning}**.', { name: literal(name), meaning: prose(say(explanation)) }))];
}

/** @param name as Markdown shows it */
function describeForeign(name: string, foreign: ForeignName | undefined): Message {
  if (foreign === undefined) return message('{name} is not an option that any xl since 4.6 reads.', { name });
  const { replacement } = foreign;
  const text = describeOrigin(name, foreign);
  return replacement === undefined ? text : message('{text} Use `{replacement}`.', { text, replacement });
}

function describeOrigin(name: string, { origin, file = 'domain' }: ForeignName): Message {
  switch (origin) {
    case 'xend':
      return message('{name} is a name of the old xend toolstack; xl ignores it.', { name });
    case 'elsewhere':
      return message('{name} belongs in {file}; xl ignores it here.', { name, file: KIND_NAMES[file] });
    case 'vendor':
      return message('{name} is read by the xl of some vendors only.', { name });
    case 'misnamed':
      return message('{name} is not an option of xl.', { name });
    default: {
      const unreachable: never = origin;
      return unreachable;
    }
  }
}
