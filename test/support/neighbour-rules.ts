/** The rules about hosts and the domains beside a config. */
import { RULES } from '../../server/src/rules/index';

export const NEIGHBOUR_RULES: ReadonlySet<string> = new Set(
  RULES.filter(({ meta }) => meta.isAboutNeighbours === true).map(({ meta }) => meta.id),
);
