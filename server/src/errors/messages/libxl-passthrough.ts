/** What libxl says of PCI and USB devices of the host (libxl_pci.c, libxl_usb.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const LIBXL_PASSTHROUGH = declareMessages({ program: 'libxl', stage: 'create', look: ['assignable', 'hypervisor'] }, [
  {
    says: ['PCI device {bdf} is not assignable'],
    meaning: 'dom0 has not given up the PCI device `{bdf}`, so no domain can have it.',
    causes: [
      likely('The device is not bound to pciback: `xl pci-assignable-add`, or `seize=1` in its string.', { options: ['pci'] }),
      possible('It stands in the list twice, or another domain has it.', { rules: ['duplicate-pci-device'], options: ['pci'] }),
      possible('The host has no device at this address.', { options: ['pci'] }),
    ],
    options: ['pci'],
  },
  {
    says: ['PCI device {bdf} cannot be assigned - no IOMMU'],
    meaning: 'The host has no IOMMU that Xen uses.',
    causes: [likely('VT-d or AMD-Vi is switched off in the firmware, or Xen boots with `iommu=0`.', { options: ['pci'] })],
    look: ['host', 'hypervisor'],
    options: ['pci'],
  },
  {
    says: ['PCI device {bdf} already assigned to a different guest'],
    meaning: 'Another domain has the PCI device `{bdf}`, or devices that cannot be parted from it.',
    causes: [likely('A domain with the same device runs.', { options: ['pci'] })],
    look: ['domains', 'assignable'],
    options: ['pci'],
  },
  {
    says: ['PCI device already attached to a domain'],
    meaning: 'Another domain has the device.',
    causes: [
      likely('A domain with the same device runs, or the list has it twice.', { rules: ['duplicate-pci-device'], options: ['pci'] }),
    ],
    look: ['domains', 'assignable'],
  },
  {
    says: [
      'Looks like pciback driver not loaded',
      'Looks like pciback driver is not loaded',
      'Failed to access pciback path {path}',
      'Error checking for pciback slot',
      "Couldn't bind device to pciback",
    ],
    meaning: 'dom0 has no driver that holds PCI devices for domains.',
    causes: [certain('`modprobe xen-pciback` loads it; some kernels do not have it.', { options: ['pci'] })],
    look: ['modules', 'dom0'],
  },
  {
    says: ["The kernel doesn't support reset from sysfs for PCI device {bdf}"],
    meaning: 'dom0 cannot reset the device between two domains.',
    causes: [
      likely('The device has no way to be reset by itself; it can work the first time and fail when the domain starts again.', {
        options: ['pci'],
      }),
    ],
    look: ['dom0'],
    options: ['pci'],
    isWarning: true,
  },
  {
    says: ['{other} is not assigned to pciback driver'],
    meaning: 'The device is still with a driver of dom0.',
    causes: [certain('`xl pci-assignable-add` takes it away from there.', { options: ['pci'] })],
  },
  {
    says: ['Must specify a v-slot for multi-function devices'],
    meaning: 'All functions of a device (`.*`) need one slot in the guest.',
    causes: [certain('A slot has to stand after the address, such as `01:00.*@5`.', { rules: ['refused-device-value'], options: ['pci'] })],
  },
  {
    says: ['xc_assign_device failed: {reason}', 'xc_assign_device failed'],
    meaning: 'The hypervisor does not give the device to the domain.',
    causes: [
      likely('The device shares reserved memory (RMRR) or an isolation group with others; `rdm_policy=relaxed` helps against the first.', {
        options: ['pci', 'rdm'],
      }),
      possible('There is no IOMMU, or another domain has the device.', { options: ['pci'] }),
    ],
    look: ['hypervisor'],
  },
  {
    says: [
      'xc_physdev_map_pirq irq={number}',
      'xc_domain_irq_permission irq={number}',
      'xc_domain_ioport_permission{other}',
      'xc_domain_iomem_permission{other}',
      'failed to give dom{domid} access to iomem range {other} for VGA passthru',
    ],
    meaning: 'A part of the PCI device, an interrupt, a port or memory, cannot be given to the domain.',
    causes: [likely('Another domain or the hypervisor uses the same one.', { options: ['pci'] })],
    look: ['hypervisor', 'dom0'],
  },
  {
    says: ['qemu refused to add device: {reason}', "PCI device id '{bdf}' wasn't found in QEMU's 'query-pci' response"],
    meaning: 'QEMU did not take the PCI device.',
    causes: [
      likely('QEMU cannot read the device, often the ROM of a graphics card.', { options: ['pci', 'gfx_passthru'] }),
      possible('QEMU runs with `dm_restrict` and may not open it.', { options: ['dm_restrict'] }),
    ],
    look: ['qemuLog'],
  },
  {
    says: [
      'libxl_device_pci_add failed: {rc}',
      'libxl__device_pci_add failed for PCI device {bdf} (rc {rc})',
      'libxl_create_pci_backend failed: {rc}',
    ],
    meaning: 'A PCI device could not be attached; the lines before this one say why.',
    causes: [possible('The device is not bound to pciback.', { options: ['pci'] })],
    options: ['pci'],
    isConsequence: true,
  },
  {
    says: ['USB device is not assignable'],
    meaning: 'The host has no such USB device, or it is a hub.',
    causes: [
      likely('`hostbus` and `hostaddr` name a device that was plugged in again and has another address now.', { options: ['usbdev'] }),
      possible('`hostaddr=1` is the root hub of the host.', { options: ['usbdev'] }),
    ],
    look: ['usb'],
  },
  {
    says: ['USB device already attached to a domain'],
    meaning: 'The device is in the list twice, or another domain has it.',
    causes: [likely('Two items name the same device.', { options: ['usbdev'] })],
    look: ['usb', 'domains'],
  },
  {
    says: ["The controller port isn't available", 'No available port under specified controller'],
    meaning: 'The USB controller has no free port for the device.',
    causes: [certain('Two devices have the same port, or there are more devices than ports.', { options: ['usbdev', 'usbctrl'] })],
  },
  {
    says: ['USB controller must be specified if you specify port'],
    meaning: 'A port is a port of a controller.',
    causes: [certain('`controller` is missing beside `port`.', { rules: ['refused-device-value'], options: ['usbdev'] })],
  },
  {
    says: ['USB version for paravirtualized devices must be 1 or 2', 'Illegal USB version', 'Number of ports for USB controller {reason}'],
    meaning: 'Such a USB controller does not exist.',
    causes: [
      certain('`version` or `ports` does not go with the type of the controller.', {
        rules: ['refused-device-value'],
        options: ['usbctrl'],
      }),
    ],
    options: ['usbctrl'],
  },
  {
    says: ["xenstore read failed: `{other}/device/vusb/{number}'"],
    meaning: 'A USB device names a controller that the domain does not have.',
    causes: [certain('`usbctrl` has no controller with this number; they count from 0.', { options: ['usbdev', 'usbctrl'] })],
  },
  {
    says: ["Couldn't bind {other} to {path}", "Couldn't unbind {other} from {path}", "Couldn't rebind {other} to {path}"],
    meaning: 'dom0 cannot hand a device over from one driver to another.',
    causes: [
      likely('The driver for the backend is missing (`modprobe xen-usbback`), or the device is in use.', { options: ['usbdev', 'pci'] }),
    ],
    look: ['dom0', 'modules'],
  },
  {
    says: ['backend type not supported by device model', 'Unsupported usb controller type'],
    meaning: 'This domain cannot have such a USB controller.',
    causes: [
      likely('`type=devicemodel` needs an HVM domain with qemu-xen; `pv` needs a driver in dom0.', { options: ['usbctrl', 'usbdev'] }),
    ],
  },
  {
    says: ["Device Model didn't respond in time", 'wrong format for the vdevfn: {value}'],
    meaning: 'QEMU did not answer when it was asked to take a PCI device.',
    causes: [likely('QEMU hangs or has ended.', { options: ['pci'] })],
    look: ['qemuLog'],
  },
  {
    says: ['cannot determine if device is assigned, refusing to continue'],
    meaning: 'libxl cannot find out who has the PCI device.',
    causes: [possible('dom0 has no pciback driver, or xenstore is damaged.', { options: ['pci'] })],
    look: ['modules', 'assignable'],
  },
  {
    says: [
      '{other} already assigned to pciback',
      'Not bound to pciback',
      '{other} not bound to a driver, will not be rebound',
      "Couldn't find path for original driver; not rebinding",
    ],
    meaning: 'libxl tells what it does with a PCI device; nothing is wrong by that alone.',
    isWarning: true,
  },
  {
    says: ["Don't support adding USB device from non-Dom0 backend", 'Invalid USB device'],
    meaning: 'Only USB devices of dom0 can be given to a domain.',
    causes: [
      certain('A USB controller with `backend=` cannot have devices in the config, and a device needs `hostbus` and `hostaddr`.', {
        options: ['usbdev', 'usbctrl'],
      }),
    ],
  },
]);
