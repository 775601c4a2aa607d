/** The programs that can emulate devices for a domain. */
export const DEVICE_MODELS = ['qemu-xen', 'qemu-xen-traditional', 'none'] as const;
export type DeviceModel = (typeof DEVICE_MODELS)[number];
