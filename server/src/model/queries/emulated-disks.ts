/** How many disks QEMU emulates (libxl_dm.c, libxl__build_device_model_args_new). */
import type { DomainModel } from '../domain-model';
import { atomOf } from '../setting';

const IDE_DISKS = 4;
const AHCI_DISKS = 6;

/** The number of disks that an HVM domain sees without PV drivers, but for SCSI ones. */
export function emulatedDiskCount({ byName }: DomainModel): number {
  return atomOf(byName.get('hdtype'))?.text.toLowerCase() === 'ahci' ? AHCI_DISKS : IDE_DISKS;
}
