/** What the rest of a workspace has to know of one config, so that nothing else of it has to be kept. */
import type { DomainModel } from '../model/domain-model';
import { listNamedPlaces, type NamedPlace, type ThingId, thingOf } from '../model/queries/named-places';
import { atomOf } from '../model/setting';
import type { TextRange } from '../text/text-range';
import { collectSharedValues, NO_SHARED_VALUES, type SharedValues } from './shared-values';

/** A place in a config that names something, without the rest of the config. */
export interface SummaryPlace extends ThingId {
  readonly text: string;
  readonly range: TextRange;
  readonly isDefinition: boolean;
  /** Whether the same name in other configs means the same thing. */
  readonly isShared: boolean;
}

export interface FileSummary {
  /** The name of the domain; empty where there is none. */
  readonly domain: string;
  readonly places: readonly SummaryPlace[];
  readonly sharedValues: SharedValues;
}

export const EMPTY_SUMMARY: FileSummary = { domain: '', places: [], sharedValues: NO_SHARED_VALUES };

/** More names than a config has by far; so many are kept of a file that is none. */
const MAX_PLACES = 5000;

/** What is kept of a config. */
export function summarize(model: DomainModel): FileSummary {
  const places = listNamedPlaces(model).slice(0, MAX_PLACES);
  return {
    domain: model.kind === 'domain' ? (atomOf(model.byName.get('name'))?.text ?? '') : '',
    places: places.map(toSummaryPlace),
    sharedValues: collectSharedValues(places),
  };
}

function toSummaryPlace(place: NamedPlace): SummaryPlace {
  const { text, range, isDefinition, thing } = place;
  return { ...thingOf(place), text, range, isDefinition, isShared: thing.reach === 'workspace' };
}
