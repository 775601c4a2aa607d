/** Names for disks that a domain does not have yet. */
import { readVdev } from '../../specs/disk/vdev';
import type { DomainModel } from '../domain-model';
import { listDisks } from './disks';

/** How many disks each family of names has that is of use here. */
const FAMILIES = { hd: 4, sd: 16, xvd: 26 } as const;
type Family = keyof typeof FAMILIES;

/** Gives one name after the other, in the family that the disks of the domain have; a wanted number where it is free. */
export class FreeVdevs {
  private readonly used: Set<number>;
  private readonly family: Family;
  /** All below it are taken. */
  private lowest = 0;

  constructor(model: DomainModel) {
    const disks = listDisks(model);
    // Names of all families share their numbers in an HVM domain: `hda` and `xvda` are one disk there.
    this.used = new Set(disks.flatMap(({ device }) => device?.disk ?? []));
    const present = disks.flatMap(({ disk }) => familyOf(disk.vdev?.text) ?? []);
    this.family = present.at(-1) ?? (model.domainType === 'hvm' ? 'hd' : 'xvd');
  }

  take(wanted?: number): string | undefined {
    const first = wanted !== undefined && !this.used.has(wanted) ? wanted : this.findLowest();
    const family = first < FAMILIES[this.family] ? this.family : 'xvd';
    if (first >= FAMILIES[family]) return undefined;
    this.used.add(first);
    return family + String.fromCharCode(97 + first);
  }

  private findLowest(): number {
    while (this.used.has(this.lowest)) this.lowest += 1;
    return this.lowest;
  }
}

function familyOf(vdev: string | undefined): Family | undefined {
  const [, family] = /^(hd|sd|xvd)[a-z]/.exec(vdev ?? '') ?? [];
  const isRight = vdev !== undefined && readVdev(vdev) !== undefined;
  return isRight && (family === 'hd' || family === 'sd' || family === 'xvd') ? family : undefined;
}
