/** The framebuffers of a domain, as far as xl reads their strings. */
import type { SpecText } from '../../schema/spec-text';
import type { SpecField } from '../../schema/value-types/value-type';
import { readFields } from '../../specs/key-value';
import type { DomainModel } from '../domain-model';
import { deviceItems } from './device-items';

export interface Framebuffer {
  readonly item: SpecText;
  readonly fields: readonly SpecField[];
}

/** One for each string of `vfb`; a field without `=` ends what xl reads of it (xl_parse.c, parse_config_data). */
export function listFramebuffers(model: DomainModel): readonly Framebuffer[] {
  return deviceItems(model, 'vfb').map((item) => ({ item, fields: readFields(item.text, { withoutEquals: 'ends' }, model.target) }));
}
