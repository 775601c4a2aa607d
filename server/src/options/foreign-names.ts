/**
 * Names that occur in real configs and that no xl reads there. Those of xend are the
 * variables of `xm create` (tools/python/xen/xm/create.py, last in Xen 4.4) that
 * xl never took over.
 */
import type { ConfigKind } from '../schema/config-kind';
import { message, type Message } from '../text/message';
import { findElsewhere } from './index';

/** `xend`: the old toolstack read it; `elsewhere`: another kind of file has it; `vendor`: some vendor's xl reads it; `misnamed`: another name is meant. */
export type ForeignOrigin = 'xend' | 'elsewhere' | 'vendor' | 'misnamed';

export interface ForeignName {
  readonly origin: ForeignOrigin;
  /** Where it belongs, of what stands elsewhere. */
  readonly file?: ConfigKind;
  /** The option that does what the author wants. */
  readonly replacement?: string;
  /** One sentence on what to do instead, without a full stop. */
  readonly advice?: Message;
  /** The guest lacks something without it, which xl has no other option for. */
  readonly isMissed?: true;
}

const GUEST_NETWORK = { advice: message('the guest configures its network itself, or through `extra = "ip=…"`'), isMissed: true } as const;
const GUEST_NFS = { advice: message('pass it on the kernel command line with `extra`'), isMissed: true } as const;
const FLOPPY = { advice: message('xl has no emulated floppy drives'), isMissed: true } as const;

const XEND_NAMES: Readonly<Record<string, Omit<ForeignName, 'origin'>>> = {
  access_control: { replacement: 'seclabel' },
  arch: { advice: message('the kernel image decides') },
  audio: { replacement: 'soundhw' },
  autostart: { advice: message('link the file into `/etc/xen/auto` to start the domain with the host') },
  blkif: { advice: message('driver domains are declared with `driver_domain = 1`') },
  bootargs: { replacement: 'bootloader_args' },
  bootentry: { replacement: 'bootloader_args' },
  broadcast: GUEST_NETWORK,
  cpu: { replacement: 'cpus' },
  cpu_cap: { replacement: 'cap' },
  cpuid_check: { replacement: 'cpuid' },
  description: {},
  dhcp: GUEST_NETWORK,
  fda: FLOPPY,
  fdb: FLOPPY,
  features: {},
  gateway: GUEST_NETWORK,
  guest_os_type: {},
  hostname: { advice: message('the guest sets its host name itself') },
  interface: GUEST_NETWORK,
  ip: GUEST_NETWORK,
  irq: { replacement: 'irqs' },
  isa: {},
  loader: { replacement: 'firmware_override' },
  machine_address_size: {},
  memory_sharing: {},
  monitor: {},
  monitor_path: {},
  ne2000: { advice: message('choose the card with `model=` in `vif`') },
  netif: { advice: message('driver domains are declared with `driver_domain = 1`') },
  netmask: GUEST_NETWORK,
  nfs_root: GUEST_NFS,
  nfs_server: GUEST_NFS,
  nics: { advice: message('each item of `vif` is one interface') },
  on_xend_start: { advice: message('link the file into `/etc/xen/auto` to start the domain with the host') },
  on_xend_stop: { advice: message('what happens at shutdown of the host is set for the `xendomains` service') },
  parallel: { advice: message('use `device_model_args_hvm` for an emulated parallel port') },
  restart: { replacement: 'on_reboot' },
  s3_integrity: {},
  superpages: {},
  suppress_spurious_page_faults: {},
  target: {},
  vcpu_avail: {
    replacement: 'vcpus',
    advice: message('give the number of CPUs online at start in `vcpus` and the largest in `maxvcpus`'),
  },
  vhpt: {},
  vncconsole: { advice: message('use `xl vncviewer` or `xl create -V`') },
  vscsi: {},
  vusb: { replacement: 'usbctrl' },
};

/** A name of `xl.conf` that some distributions add. */
const XL_CONF_NAMES = ['autoballoon_timeout'];

const VENDOR_NAMES = [
  'coproc',
  'dt_compatible',
  'dt_passthrough_nodes',
  'force_assign_without_iommu',
  'rproc',
  'scmi',
  'vgsx',
  'vgt',
  'vgt_fence_sz',
  'vgt_high_gm_sz',
  'vgt_low_gm_sz',
] as const;

const MISNAMED: Readonly<Record<string, string>> = {
  append: 'cmdline',
  command: 'cmdline',
  command_line: 'cmdline',
  commandline: 'cmdline',
  cpu_count: 'vcpus',
  disks: 'disk',
  dtb: 'device_tree',
  hostdev: 'pci',
  initrd: 'ramdisk',
  initramfs: 'ramdisk',
  iommu: 'passthrough',
  kernel_args: 'cmdline',
  max_memory: 'maxmem',
  max_vcpus: 'maxvcpus',
  maxcpus: 'maxvcpus',
  maxmemory: 'maxmem',
  mem: 'memory',
  ncpus: 'vcpus',
  network: 'vif',
  nic: 'vif',
  nr_vcpus: 'vcpus',
  pcidev: 'pci',
  ram: 'memory',
  vcpu: 'vcpus',
  vifs: 'vif',
};

const FOREIGN_NAMES: ReadonlyMap<string, ForeignName> = new Map<string, ForeignName>([
  ...Object.entries(XEND_NAMES).map(([name, rest]): [string, ForeignName] => [name, { ...rest, origin: 'xend' }]),
  ...XL_CONF_NAMES.map((name): [string, ForeignName] => [name, { origin: 'elsewhere', file: 'xl.conf' }]),
  ...VENDOR_NAMES.map((name): [string, ForeignName] => [name, { origin: 'vendor' }]),
  ...Object.entries(MISNAMED).map(([name, replacement]): [string, ForeignName] => [name, { origin: 'misnamed', replacement }]),
]);

/** What is known of a name that is not an option of a kind of file. */
export function findForeignName(name: string, kind: ConfigKind = 'domain'): ForeignName | undefined {
  const file = findElsewhere(name, kind);
  return (kind === 'domain' ? FOREIGN_NAMES.get(name) : undefined) ?? (file === undefined ? undefined : { origin: 'elsewhere', file });
}

/** All names that are known in the config of a domain and no options, for the test that keeps them apart from the options. */
export function listForeignNames(): readonly (readonly [string, ForeignName])[] {
  return [...FOREIGN_NAMES];
}
