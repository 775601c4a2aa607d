/** How the toolstack uses the file that `kernel` names: that decides what the image has to be. */
import { isRead, type DomainModel } from '../model/domain-model';
import { atomOf, type Setting, switchOf } from '../model/setting';
import type { AtomValue } from '../schema/xl-value';

export interface KernelUse {
  readonly setting: Setting;
  readonly value: AtomValue;
  /**
   * `pv`, `pvh`: Xen's own builder loads it; `shim`: the PV shim of a PVH domain does;
   * `arm`: the builder of Arm; `qemu`: QEMU starts it in an HVM domain.
   */
  readonly loader: 'pv' | 'pvh' | 'shim' | 'arm' | 'qemu';
}

/** The kernel of a domain and who loads it; undefined where nothing sure can be said. */
export function findKernelUse(model: DomainModel): KernelUse | undefined {
  const { byName, domainType, target } = model;
  const setting = byName.get('kernel');
  const value = atomOf(setting);
  if (setting === undefined || value === undefined || value.text === '' || !isRead(setting, target, domainType)) return undefined;
  if (domainType === 'hvm') return /(?:^|\/)hvmloader$/.test(value.text) ? undefined : { setting, value, loader: 'qemu' };
  if (isLeftToBootloader(model)) return undefined;
  if (target.arch === 'arm') return { setting, value, loader: 'arm' };
  if (domainType === 'pv') return { setting, value, loader: 'pv' };
  return { setting, value, loader: switchOf(byName.get('pvshim')) === true ? 'shim' : 'pvh' };
}

/**
 * Whether `kernel` and `ramdisk` are left to a boot loader, which looks for them on the disk of the guest.
 * Source: make_bootloader_args and libxl__bootloader_run in libxl_bootloader.c.
 */
export function isLeftToBootloader({ byName, domainType }: DomainModel): boolean {
  return domainType !== 'hvm' && byName.get('bootloader')?.value !== undefined;
}
