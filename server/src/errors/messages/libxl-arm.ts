/** What libxl says of domains on Arm (libxl_arm.c). */
import { certain, declareMessages, likely } from '../error-message';

export const LIBXL_ARM = declareMessages({ program: 'libxl', stage: 'create', look: ['check'] }, [
  {
    says: ['Unsupported Arm guest type {value}'],
    meaning: 'Arm has PVH domains only.',
    causes: [certain('`type` has to be `pvh` or to go.', { rules: ['hvm-on-arm'], options: ['type', 'builder'] })],
  },
  {
    says: ['Converting PV guest to PVH', 'Arm guest are now PVH'],
    meaning: 'On Arm libxl makes a PVH domain of a PV one.',
    causes: [certain('`type = "pvh"` says what the domain is.', { rules: ['pv-on-arm'], options: ['type', 'builder'] })],
    isWarning: true,
  },
  {
    says: ['Unknown GIC version {value}', 'Unexpected gic version {value}'],
    meaning: 'The domain and the host do not agree on the interrupt controller.',
    causes: [
      likely('`gic_version` names one that the host does not have; `default` takes that of the host.', { options: ['gic_version'] }),
    ],
    look: ['hypervisor'],
  },
  {
    says: [
      'Partial FDT is not a valid Flat Device Tree',
      'Failed to check the partial FDT ({rc})',
      'Partial FDT totalsize is too big',
      'failed to read the partial device file {path}',
      'partial device tree not supported',
    ],
    meaning: 'The file in `device_tree` is not a compiled device tree.',
    causes: [certain('It has to be made with `dtc -O dtb`, and to be readable.', { rules: ['file-not-found'], options: ['device_tree'] })],
  },
  {
    says: [`Can't copy the node "{value}" from the partial FDT`],
    meaning: 'The device tree lacks the node that is copied into that of the domain.',
    causes: [certain('The devices have to stand below `/passthrough`.', { options: ['device_tree'] })],
    options: ['device_tree'],
  },
  {
    says: ['FDT: {other} failed: {reason}'],
    meaning: 'libxl cannot write the device tree of the domain.',
    look: ['again'],
  },
  {
    says: ["Can not enable libxl option 'acpi' for {value}"],
    meaning: 'ACPI is for 64-bit domains on Arm only.',
    causes: [certain('`acpi` has to go.', { options: ['acpi'] })],
  },
  {
    says: ['Physical IRQ {number} conflicting with pl011 SPI', 'Physical IRQ {number} conflicting with Virtio MMIO IRQ range'],
    meaning: 'An interrupt of `irqs` is needed for a device of the domain itself.',
    causes: [
      certain('The interrupt {number} cannot be given to the domain.', { rules: ['arm-interrupt-taken'], options: ['irqs', 'vuart'] }),
    ],
  },
  {
    says: ['Ran out of reserved range for Virtio MMIO {other}'],
    meaning: 'A domain on Arm has room for eleven virtio devices.',
    causes: [certain('There are more.', { rules: ['too-many-virtio-devices'], options: ['virtio', 'disk'] })],
  },
  {
    says: ['Provided nr_spis value is too small (minimum required {limit})'],
    meaning: 'The domain needs at least {limit} shared interrupts.',
    causes: [certain('`nr_spis` has to be larger, or to go.', { rules: ['too-few-shared-interrupts'], options: ['nr_spis'] })],
  },
  {
    says: ['Invalid type for virtio device: {value}'],
    meaning: 'A virtio device over MMIO has a type such as `virtio,device22`.',
    causes: [certain('The type is not known.', { rules: ['refused-device-value'], options: ['virtio'] })],
    options: ['virtio'],
  },
  {
    says: ['SVE is unsupported on this machine', 'Invalid sve value: {number}. {reason}'],
    meaning: 'The host cannot give vectors of this length to a domain.',
    causes: [certain('`sve` is not 128, 256 … up to what the host has.', { options: ['sve'] })],
    look: ['hypervisor'],
  },
  {
    says: ['Unknown TEE type {number}', 'Unknown ARM_SCI type {number}'],
    meaning: 'libxl got a kind of trusted environment or firmware interface that it does not know.',
    causes: [certain('The tools are of different releases.', { options: ['tee', 'arm_sci'] })],
  },
]);
