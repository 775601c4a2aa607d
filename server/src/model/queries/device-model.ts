/** Which program emulates the devices of a domain (libxl_create.c, libxl__domain_build_info_setdefault). */
import { DEVICE_MODELS, type DeviceModel } from '../../schema/device-model';
import { isUntil } from '../../schema/xen-version';
import type { DomainModel } from '../domain-model';
import { atomOf, type Setting, switchOf } from '../setting';

export interface DeviceModelChoice {
  readonly deviceModel: DeviceModel;
  /** The setting from which it follows; undefined where none does. */
  readonly decidedBy: Setting | undefined;
  /** It runs in a domain of its own. */
  readonly isStubdomain: boolean;
}

/** The last release with qemu-xen-traditional. */
const LAST_TRADITIONAL = '4.20';

/** The device model that libxl takes on a host that has both. */
export function findDeviceModel({ byName, domainType, target }: Pick<DomainModel, 'byName' | 'domainType' | 'target'>): DeviceModelChoice {
  const version = byName.get('device_model_version');
  const stubdomain = byName.get('device_model_stubdomain_override');
  const isStubdomain = switchOf(stubdomain) === true;
  const named = DEVICE_MODELS.find((each) => each === atomOf(version)?.text);
  if (named !== undefined) return { deviceModel: named, decidedBy: version, isStubdomain };
  const isTraditional = isStubdomain && domainType === 'hvm' && isUntil(target.xen, LAST_TRADITIONAL);
  return isTraditional
    ? { deviceModel: 'qemu-xen-traditional', decidedBy: stubdomain, isStubdomain }
    : { deviceModel: 'qemu-xen', decidedBy: undefined, isStubdomain };
}
