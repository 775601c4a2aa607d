/** Looks up settings the way xl does: by name, and only where its release reads them for the type of the domain. */
import { isRead, type DomainModel } from '../model/domain-model';
import { atomOf, numberOf, type Setting } from '../model/setting';
import type { OptionName } from '../options/index';
import type { HostDefaults } from '../schema/host-defaults';
import type { DomainType, Target } from '../schema/target';

/** What the host has, where that is known; without it the places that depend on it stay open. */
export interface HostTopology {
  readonly cpus?: number;
}

export class SettingReader {
  readonly target: Target;
  readonly domainType: DomainType;
  readonly host: HostTopology;
  readonly hostDefaults: HostDefaults;
  private readonly model: DomainModel;

  constructor(model: DomainModel, host: HostTopology) {
    this.model = model;
    this.target = model.target;
    this.domainType = model.domainType;
    this.host = host;
    this.hostDefaults = model.hostDefaults;
  }

  get all(): readonly Setting[] {
    return [...this.model.byName.values()].filter((setting) => isRead(setting, this.target, this.domainType));
  }

  find(name: OptionName): Setting | undefined {
    const setting = this.model.byName.get(name);
    return setting !== undefined && isRead(setting, this.target, this.domainType) ? setting : undefined;
  }

  text(name: OptionName): string | undefined {
    return atomOf(this.find(name))?.text;
  }

  number(name: OptionName): bigint | undefined {
    return numberOf(this.find(name));
  }
}
