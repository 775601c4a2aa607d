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
  const loader = findKernelLoader(model);
  if (loader === undefined || (loader === 'qemu' && /(?:^|\/)hvmloader$/.test(value.text))) return undefined;
  return { setting, value, loader };
}

/** Who would load what `kernel` names; undefined where it names nothing on the host. */
export function findKernelLoader(model: DomainModel): KernelUse['loader'] | undefined {
  const { byName, domainType, target } = model;
  if (domainType === 'hvm') return 'qemu';
  if (isLeftToBootloader(model)) return undefined;
  if (target.arch === 'arm') return 'arm';
  if (domainType === 'pv') return 'pv';
  return switchOf(byName.get('pvshim')) === true ? 'shim' : 'pvh';
}

/**
 * Whether `kernel` and `ramdisk` are left to a boot loader, which looks for them on the disk of the guest.
 * Source: make_bootloader_args and libxl__bootloader_run in libxl_bootloader.c.
 */
export function isLeftToBootloader({ byName, domainType }: DomainModel): boolean {
  return domainType !== 'hvm' && byName.get('bootloader')?.value !== undefined;
}
