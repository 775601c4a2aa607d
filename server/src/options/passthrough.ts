/** Options on passthrough. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { choice } from '../schema/value-types/choice';
import { integer } from '../schema/value-types/integer';
import { list } from '../schema/value-types/list';
import { numberOrChoice } from '../schema/value-types/number-or-choice';
import { text } from '../schema/value-types/text';
import { IOMEM_SPEC, IOPORTS_SPEC, IRQS_SPEC } from '../specs/host-resources/host-resource-specs';
import { PCI_SPEC } from '../specs/pci/pci-spec';
import { RDM_SPEC } from '../specs/pci/rdm-spec';

export const PASSTHROUGH_OPTIONS = defineSection('passthrough', [
  {
    name: 'pci',
    type: list({ spec: PCI_SPEC }),
    devices: { at: 'pcidevs', identity: ['domain', 'bus', 'dev', 'func'] },
    summary: 'Passes PCI devices of the host to the guest.',
    details:
      'Each item is an address such as `"01:00.0"`, with options after it. The device has to be made assignable first (`xl pci-assignable-add`). A domain that owns a PCI device cannot be migrated.',
    usage: 14,
    examples: [{ title: 'one device', body: 'pci = [ "${1:01:00.0}" ]' }],
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pci_permissive',
    type: boolean(),
    summary: 'Makes `permissive` the default for all PCI devices of the domain.',
    details: 'Lets the guest write to configuration registers that are unknown to be safe. Some devices need it; it weakens isolation.',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pci_msitranslate',
    type: boolean(),
    summary: 'Makes `msitranslate` the default for all PCI devices of the domain.',
    details: 'Only the old device model knew what to do with it.',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pci_seize',
    type: boolean(),
    summary: 'Makes `seize` the default for all PCI devices of the domain.',
    details: 'xl then takes the device away from its host driver by itself. A mistyped address can take the disk controller of the host.',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pci_power_mgmt',
    type: boolean(),
    summary: 'Makes `power_mgmt` the default for all PCI devices of the domain.',
    details: 'Lets an HVM guest put the device into other power states.',
    domainTypes: ['hvm'],
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'gfx_passthru',
    type: numberOrChoice({ values: [{ value: 'default' }, { value: 'igd', detail: 'Intel graphics' }], numbers: 'any', namesSince: '4.7' }),
    fills: ['b_info.type.hvm.gfx_passthru', 'b_info.type.hvm.gfx_passthru_kind'],
    summary: 'Makes a passed-through graphics card the primary display of the guest.',
    details: '`"igd"` is for Intel graphics; the card has to be in `pci` as well.',
    domainTypes: ['hvm'],
    isReadThereOnly: true,
    arch: 'x86',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'rdm',
    type: text({ spec: RDM_SPEC }),
    field: { at: 'b_info.type.hvm.rdm', as: 'struct' },
    summary: 'Says how reserved device memory is kept out of the way of guest memory.',
    details:
      'Devices such as Intel graphics and USB controllers come with reserved regions. Since Xen 4.15 xl drops the option when its policy is valid.',
    domainTypes: ['hvm'],
    arch: 'x86',
    defaultNote: 'policy relaxed',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'rdm_mem_boundary',
    type: integer({ storage: 'mib', unit: 'MiB' }),
    field: { at: 'b_info.type.hvm.rdm_mem_boundary_memkb', as: 'memkb' },
    summary: 'Sets the address above which reserved device memory moves guest memory.',
    details: 'Rarely needed; see `rdm`.',
    domainTypes: ['hvm'],
    isReadThereOnly: true,
    arch: 'x86',
    default: '2048',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'passthrough',
    type: choice({
      values: [
        { value: 'default' },
        { value: 'disabled' },
        { value: 'enabled' },
        { value: 'sync_pt', detail: 'separate IOMMU tables' },
        { value: 'share_pt', detail: 'tables shared with paging, needs hap' },
      ],
      ignoresCase: true,
    }),
    field: { at: 'c_info.passthrough', as: 'word', initial: 'default' },
    summary: 'Says how the IOMMU mappings of the domain are set up.',
    details:
      'The default fits: on with devices in `pci` or `dtdev`, off without. `"enabled"` prepares the domain for devices that are plugged in later. `"share_pt"` needs hardware assisted paging.',
    since: '4.13',
    default: 'default',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'ioports',
    type: list({ spec: IOPORTS_SPEC, nested: 'refused' }),
    devices: { at: 'b_info.ioports' },
    summary: 'Gives the guest access to legacy I/O ports.',
    details: 'Each item is a hexadecimal port or a range such as `"3f8-3ff"`.',
    arch: 'x86',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'irqs',
    type: list({ spec: IRQS_SPEC, nested: 'refused' }),
    devices: { at: 'b_info.irqs' },
    summary: 'Gives the guest physical interrupts.',
    details: 'Each item is a decimal number. On Arm, the interrupts of devices in the device tree.',
    usage: 5,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'iomem',
    type: list({ spec: IOMEM_SPEC, nested: 'refused' }),
    devices: { at: 'b_info.iomem' },
    summary: 'Maps physical memory of the host into the guest.',
    details: 'Each item is `START,COUNT` or `START,COUNT@GFN`: page frame numbers and counts in hexadecimal, in units of 4 KiB.',
    usage: 8,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'dtdev',
    type: list(),
    devices: { at: 'dtdevs' },
    summary: 'Passes device tree nodes of the host to the guest.',
    details: 'Each item is the absolute path of a node. The guest also needs a description of the device in `device_tree`.',
    domainTypes: ['pvh'],
    arch: 'arm',
    usage: 4,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'e820_host',
    type: boolean(),
    field: { at: 'b_info.type.pv.e820_host', as: 'defbool' },
    summary: 'Shows the memory map of the host to a PV guest.',
    details: 'Needed for PCI devices and always on with them.',
    domainTypes: ['pv'],
    isReadThereOnly: true,
    arch: 'x86',
    defaultNote: '1 with pci devices, else 0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
