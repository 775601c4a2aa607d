/** Writes another type of domain into a config. */
import type { DomainModel } from '../../model/domain-model';
import type { DomainType } from '../../schema/target';
import { findLineStart } from '../../text/line-index';
import { message } from '../../text/message';
import { textRange } from '../../text/text-range';
import type { Fix } from '../rule';

/** Changes the setting that decides the type, or adds one before another setting. */
export function setType({ tree, typeSetting }: DomainModel, type: DomainType, before: number): Fix {
  const title = message('Make it a {type} domain', { type: type.toUpperCase() });
  if (typeSetting !== undefined) return { title, safety: 'review', edits: [{ range: typeSetting.range, newText: `type = "${type}"` }] };
  const start = findLineStart(tree.text, before);
  return { title, safety: 'review', edits: [{ range: textRange(start, start), newText: `type = "${type}"\n` }] };
}
