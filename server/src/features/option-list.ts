/** The options of a target as plain records, for machine-readable output. */
import type { Say } from '../messages/say';
import { plainMessage } from '../text/message';
import { isKnownTo, SECTIONS, typesReadBy } from '../schema/option';
import { type Option, optionsOf } from '../options/index';
import type { ConfigKind } from '../schema/config-kind';
import type { DomainType, Target } from '../schema/target';

export interface OptionRecord extends Omit<Option, 'type'> {
  readonly sectionTitle: string;
  readonly value: { readonly kind: string; readonly description: string; readonly spec?: string };
  /** The domain types for which xl of the target reads it. */
  readonly readFor: readonly DomainType[];
}

/** The options that the xl of a target reads, in the order of the manual. */
export function listOptions(target: Target, say: Say, kind: ConfigKind = 'domain'): readonly OptionRecord[] {
  return optionsOf(kind)
    .filter((option) => isKnownTo(option, target))
    .map((option) => {
      const { type, ...rest } = option;
      const sayText = (text: string): string => say(plainMessage(text));
      const spec = type.spec === undefined ? {} : { spec: type.spec.id };
      return {
        ...rest,
        summary: sayText(option.summary),
        details: sayText(option.details),
        ...(option.defaultNote === undefined ? {} : { defaultNote: sayText(option.defaultNote) }),
        ...(option.examples === undefined ? {} : { examples: option.examples.map((each) => ({ ...each, title: sayText(each.title) })) }),
        sectionTitle: sayText(SECTIONS[option.section]),
        value: { kind: type.kind, description: say(type.describe(target)), ...spec },
        readFor: typesReadBy(option, target),
      };
    });
}
