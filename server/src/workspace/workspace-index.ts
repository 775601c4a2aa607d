/** What the configs of a workspace name, kept up to date file by file. */
import { keyOfThing, type ThingId } from '../model/queries/named-places';
import { fuzzyMatches } from './fuzzy';
import { mergeSharedValues, type SharedValues } from './shared-values';
import type { FileSummary, SummaryPlace } from './summary';

/** A place in one of the files. */
export interface FoundPlace {
  readonly file: string;
  readonly place: SummaryPlace;
}

/** A place that can be gone to by its name. */
export interface WorkspaceSymbol extends FoundPlace {
  /** The domain whose config it stands in; empty where it has no name. */
  readonly domain: string;
}

/** More than anybody looks through; clients ask again when more is typed. */
const MAX_SYMBOLS = 500;

export class WorkspaceIndex {
  private readonly files = new Map<string, FileSummary>();
  /** The places that name a thing, by file, and the files by what is named. */
  private readonly things = new Map<string, Map<string, SummaryPlace[]>>();
  private merged: SharedValues | undefined;

  /** Puts a summary in the place of what was known of a file, and touches nothing else. */
  set(file: string, summary: FileSummary): void {
    this.delete(file);
    this.files.set(file, summary);
    for (const place of summary.places) if (place.isShared) this.add(file, place);
  }

  /** Forgets a file. */
  delete(file: string): void {
    this.merged = undefined;
    for (const place of this.files.get(file)?.places ?? []) {
      const key = keyOfThing(place);
      const byFile = this.things.get(key);
      byFile?.delete(file);
      if (byFile?.size === 0) this.things.delete(key);
    }
    this.files.delete(file);
  }

  /** The places in all files that name a thing which is the same everywhere. */
  find(id: ThingId): readonly FoundPlace[] {
    return [...(this.things.get(keyOfThing(id)) ?? [])].flatMap(([file, places]) => places.map((place) => ({ file, place })));
  }

  /** What the configs name that others may want to use too. */
  get sharedValues(): SharedValues {
    this.merged ??= mergeSharedValues([...this.files.values()].map(({ sharedValues }) => sharedValues));
    return this.merged;
  }

  /** What has the letters of a query in its name, in their order: domains first, then what they define, and what they use once a file. */
  symbols(query: string): readonly WorkspaceSymbol[] {
    const found: WorkspaceSymbol[] = [];
    for (const isWanted of RANKS) {
      for (const symbol of this.list(isWanted)) {
        if (!fuzzyMatches(query, symbol.place.text)) continue;
        found.push(symbol);
        if (found.length === MAX_SYMBOLS) return found;
      }
    }
    return found;
  }

  /** The places of a kind, one a thing in each file. */
  private *list(isWanted: (place: SummaryPlace) => boolean): Generator<WorkspaceSymbol> {
    for (const [file, { domain, places }] of this.files) {
      const first = new Map(
        places
          .filter(isWanted)
          .map((place) => [keyOfThing(place), place] as const)
          .reverse(),
      );
      for (const place of [...first.values()].reverse()) yield { file, place, domain };
    }
  }

  private add(file: string, place: SummaryPlace): void {
    const key = keyOfThing(place);
    const byFile = this.things.get(key) ?? new Map<string, SummaryPlace[]>();
    this.things.set(key, byFile);
    const places = byFile.get(file);
    if (places === undefined) byFile.set(file, [place]);
    else places.push(place);
  }
}

const RANKS: readonly ((place: SummaryPlace) => boolean)[] = [
  ({ kind, isDefinition }) => kind === 'domain' && isDefinition,
  ({ kind, isDefinition }) => kind !== 'domain' && isDefinition,
  ({ kind, isDefinition }) => kind !== 'domain' && kind !== 'file' && !isDefinition,
];
