/** The name of the domain. */
import { atomOf } from '../model/setting';
import { defineFeature } from './feature';

/** The name by which the commands of xl know the domain; undefined where the config gives it none. */
export const domainName = defineFeature(({ model }): string | undefined =>
  model.kind === 'domain' ? atomOf(model.byName.get('name'))?.text : undefined,
);
