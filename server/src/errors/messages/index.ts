/** All messages that are explained, a file each for what belongs together. */
import type { ErrorMessage } from '../error-message';
import { BUILDER_IMAGE } from './builder-image';
import { BUILDER_MEMORY } from './builder-memory';
import { HOTPLUG } from './hotplug';
import { LIBXL_ARM } from './libxl-arm';
import { LIBXL_BOOT } from './libxl-boot';
import { LIBXL_BUILD } from './libxl-build';
import { LIBXL_CREATE } from './libxl-create';
import { LIBXL_DEVICE_MODEL } from './libxl-device-model';
import { LIBXL_DEVICES } from './libxl-devices';
import { LIBXL_DISK } from './libxl-disk';
import { LIBXL_PASSTHROUGH } from './libxl-passthrough';
import { LIBXL_PLACEMENT } from './libxl-placement';
import { GUEST, HYPERVISOR, QEMU } from './outside';
import { PYGRUB } from './pygrub';
import { XEND } from './xend';
import { XL_DEVICES } from './xl-devices';
import { XL_FILE } from './xl-file';
import { XL_OWN_FILES } from './xl-own-files';
import { XL_OPTIONS } from './xl-options';
import { XL_DOMAIN } from './xl-domain';

export const ERROR_MESSAGES: readonly ErrorMessage[] = [
  ...XL_FILE,
  ...XL_OWN_FILES,
  ...XL_OPTIONS,
  ...XL_DEVICES,
  ...XL_DOMAIN,
  ...LIBXL_CREATE,
  ...LIBXL_BUILD,
  ...LIBXL_DISK,
  ...LIBXL_DEVICES,
  ...LIBXL_DEVICE_MODEL,
  ...LIBXL_PASSTHROUGH,
  ...LIBXL_PLACEMENT,
  ...LIBXL_BOOT,
  ...LIBXL_ARM,
  ...BUILDER_IMAGE,
  ...BUILDER_MEMORY,
  ...PYGRUB,
  ...HOTPLUG,
  ...QEMU,
  ...HYPERVISOR,
  ...GUEST,
  ...XEND,
];
