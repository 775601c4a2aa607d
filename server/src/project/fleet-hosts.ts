/** The hosts of all projects that the configs of a fleet belong to. */
import type { Host } from '../workspace/host';
import { hostsFor, type ProjectFile } from './project-file';

/** A host with what tells it from others, also from one of the same name in another project. */
export interface IdentifiedHost {
  readonly id: string;
  readonly host: Host;
}

export class FleetHosts {
  /** By project file and name. */
  private readonly hosts = new Map<string, IdentifiedHost>();
  /** An empty one stands for no host. */
  private readonly ids = new Set(['']);

  /** All hosts so far, in the order in which their projects were seen. */
  get all(): readonly IdentifiedHost[] {
    return [...this.hosts.values()];
  }

  /**
   * The ids of the hosts that a config may run on.
   * @param file the project file, by a name that is the same each time
   * @param relativePath path of the config from the folder of the project file, with `/`
   */
  of(file: string, project: ProjectFile, relativePath: string): readonly string[] {
    for (const host of project.hosts) this.identify(file, host);
    return hostsFor(project, relativePath).map((host) => this.identify(file, host));
  }

  private identify(file: string, host: Host): string {
    const key = JSON.stringify([file, host.name]);
    const known = this.hosts.get(key);
    if (known !== undefined) return known.id;
    let id = host.name;
    for (let number = 2; this.ids.has(id); number++) id = `${host.name} (${number})`;
    this.ids.add(id);
    this.hosts.set(key, { id, host });
    return id;
  }
}
