/** What the hosts of a fleet have to know of a domain: what it takes of its host, what it uses there, and whether it can leave. */
import { buildDomain } from '../domain/build-domain';
import { type DomainMemory, memoryOf } from '../domain/needed-memory';
import { listNamedPlaces, type NamedPlace } from '../model/queries/named-places';
import type { Setting } from '../model/setting';
import { DEVICE_OPTIONS, type OptionName } from '../options/index';
import type { ThingKind } from '../schema/named-thing';
import type { DomainType, Target } from '../schema/target';
import { type AtomValue, leadingAtoms } from '../schema/xl-value';
import { valueAt } from '../text/json';
import { type TextRange, textRange } from '../text/text-range';
import { describesDomain } from '../validation/validate';
import { defineFeature } from './feature';
import { type MigrationReport, reportMigration } from './migration-report';

/** A name in a config, of the domain itself or of what it uses. */
export interface FleetName {
  readonly kind: ThingKind;
  /** What all texts have in common that name the same thing. */
  readonly identity: string;
  /** As it is written. */
  readonly text: string;
  /** The option, and the key of a device string: `vif.bridge`. */
  readonly path: string;
  readonly range: TextRange;
}

export interface FleetDevice {
  /** The option that lists it. */
  readonly option: OptionName;
  /** Its string. */
  readonly text: string;
  readonly range: TextRange;
  /** In the order of the string. */
  readonly names: readonly FleetName[];
}

export interface FleetDomain {
  /** Empty where the config has none. */
  readonly name: string;
  readonly type: DomainType;
  /** What it is written for. */
  readonly target: Target;
  readonly memory: DomainMemory;
  /** How many vCPUs it can have. */
  readonly vcpus: number;
  /** In the order of the text, option by option. */
  readonly devices: readonly FleetDevice[];
  /** The names outside of devices, such as that of its CPU pool. */
  readonly names: readonly FleetName[];
  readonly migration: MigrationReport;
  /** Where it is spoken of: its name, or the beginning of its config. */
  readonly range: TextRange;
}

/** The domain of a config; undefined for a text that xl refuses, and for what is not a config. */
export const fleetDomain = defineFeature((context): FleetDomain | undefined => {
  const { model, isRefused } = context;
  if (isRefused || !describesDomain(model) || model.isFragment) return undefined;
  const domain = buildDomain(model);
  const vcpus = valueAt(domain, 'b_info.max_vcpus');
  const migration = reportMigration(context);
  // What a later setting overrules is not there.
  const inEffect = new Set(model.byName.values());
  const places = listNamedPlaces(model).filter(({ setting }) => inEffect.has(setting));
  return {
    name: migration.name ?? '',
    type: model.domainType,
    target: model.target,
    memory: memoryOf(domain, model.target),
    vcpus: typeof vcpus === 'number' ? vcpus : 1,
    devices: DEVICE_OPTIONS.flatMap(({ name }) => listDevices(name, model.byName.get(name), places)),
    names: places.filter(({ item }) => item === undefined).map(toName),
    migration,
    range: migration.place ?? textRange(0, 0),
  };
});

function listDevices(option: OptionName, setting: Setting | undefined, places: readonly NamedPlace[]): readonly FleetDevice[] {
  const names = new Map<AtomValue | undefined, FleetName[]>();
  for (const place of places) {
    if (place.setting === setting) names.set(place.item, [...(names.get(place.item) ?? []), toName(place)]);
  }
  return setting?.value === undefined
    ? []
    : leadingAtoms(setting.value).map((item) => ({ option, text: item.text, range: item.range, names: names.get(item) ?? [] }));
}

function toName({ thing, identity, text, path, range }: NamedPlace): FleetName {
  return { kind: thing.kind, identity, text, path, range };
}
