/** What libxl says when it makes a domain of a config (libxl_create.c, libxl_x86.c, libxl_domain.c, libxl_dom.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const LIBXL_CREATE = declareMessages({ program: 'libxl', stage: 'create', look: ['again'] }, [
  {
    says: ['domain creation fail: Invalid argument'],
    meaning: 'The hypervisor refuses the domain: a feature that the host does not have, or a number beyond its bounds.',
    causes: [
      likely('HVM or PVH on a host without hardware virtualisation, or with VT-x or SVM switched off in the firmware.', {
        options: ['type', 'builder'],
      }),
      possible('`hap = 1` on a CPU without EPT or NPT, or nested virtualisation without `hap`.', { options: ['hap', 'nestedhvm'] }),
      possible('A number is beyond what the hypervisor takes, such as `max_grant_frames` or `maxvcpus`.', {
        rules: ['value-out-of-range'],
        options: ['max_grant_frames', 'max_maptrack_frames', 'max_grant_version', 'maxvcpus', 'vcpus'],
      }),
      possible('The tools are of another release than the hypervisor.'),
    ],
    look: ['hypervisor', 'host'],
  },
  {
    says: ['domain creation fail: Cannot allocate memory', 'domain creation fail: Out of memory'],
    meaning: 'The hypervisor has no memory left, not even for the bookkeeping of a new domain.',
    causes: [certain('Other domains and dom0 use all of it.')],
    look: ['host', 'domains'],
  },
  {
    says: ['domain creation fail: {reason}'],
    meaning: 'The hypervisor refuses the domain.',
    causes: [
      possible('The host lacks a feature that the domain asks for, such as HVM or nested virtualisation.', {
        options: ['type', 'nestedhvm', 'hap'],
      }),
      possible('The tools are of another release than the hypervisor, or a policy of XSM forbids the domain.'),
    ],
    look: ['hypervisor', 'host'],
  },
  {
    says: ['cannot make domain: {rc}'],
    meaning: 'The domain was not made; the lines before this one say why.',
    look: ['again', 'hypervisor'],
    isConsequence: true,
  },
  {
    says: [
      'Unable to set domain create info defaults',
      'Unable to set domain build info defaults',
      'unable to set domain arch build info defaults',
    ],
    meaning: 'libxl refuses a setting of the config; the lines before this one say which.',
    isConsequence: true,
  },
  {
    says: ['Domain with name "{value}" already exists'],
    meaning: 'A domain of this name runs already.',
    causes: [
      likely('The domain was started before, or another config has the same name.', { options: ['name'] }),
      possible('It is a domain that has ended and waits to be cleared away, or the sending half of a migration.'),
    ],
    look: ['domains'],
    options: ['name'],
  },
  {
    says: ['domain id recently used'],
    meaning: 'xl asked for a domain number that was in use a moment ago.',
    causes: [certain('A minute later it works.')],
    look: ['domains'],
  },
  {
    says: ['neither hap nor shadow paging available'],
    meaning: 'The host cannot run HVM and PVH domains at all.',
    causes: [likely('VT-x or SVM is missing or switched off in the firmware.', { options: ['type', 'builder'] })],
    look: ['host', 'hypervisor'],
  },
  {
    says: ['domain type unspecified', 'invalid domain type {value} in create info'],
    meaning: 'libxl does not know the type of the domain.',
    causes: [certain('`type` has to be `pv`, `pvh` or `hvm`.', { rules: ['refused-value'], options: ['type', 'builder'] })],
  },
  {
    says: ['HAP must be on for PVH'],
    meaning: 'The PVH of that release needs hardware assisted paging.',
    causes: [certain('`hap` is 0, or the host does not have it.', { options: ['hap', 'pvh'] })],
  },
  {
    says: ['Illegal pool specified: {value}'],
    meaning: 'The host has no CPU pool of this name.',
    causes: [certain('The pool is not made yet, or its name is misspelt.', { options: ['pool'] })],
    look: ['pools'],
    options: ['pool'],
  },
  {
    says: ['XSM Disabled: {option} not supported'],
    meaning: 'The hypervisor has no security labels, so `{option}` is ignored.',
    causes: [certain('The label has to go, or Xen has to boot with XSM.')],
    look: ['hypervisor'],
    isWarning: true,
  },
  {
    says: ['Invalid seclabel: {value}', 'Invalid init_seclabel: {value}', 'Invalid device_model_stubdomain_seclabel: {value}'],
    meaning: 'The policy that is loaded does not know this security label.',
    causes: [
      certain('The label is misspelt, or of another policy.', {
        options: ['seclabel', 'init_seclabel', 'device_model_stubdomain_seclabel'],
      }),
    ],
    look: ['hypervisor'],
  },
  {
    says: ['nestedhvm and altp2mhvm cannot be used together'],
    meaning: 'A domain cannot have both nested virtualisation and altp2m.',
    causes: [certain('One of the two has to go.', { rules: ['nested-with-altp2m'], options: ['nestedhvm', 'altp2m', 'altp2mhvm'] })],
  },
  {
    says: ['Cannot enable PoD and ALTP2M at the same time'],
    meaning: 'A domain that starts with less memory than `maxmem` cannot have altp2m.',
    causes: [certain('`memory` is below `maxmem`.', { rules: ['populate-on-demand-with-altp2m'], options: ['maxmem'] })],
  },
  {
    says: ['Cannot enable PoD and vNUMA at the same time'],
    meaning: 'A domain that starts with less memory than `maxmem` cannot have NUMA nodes.',
    causes: [certain('`memory` is below `maxmem`.', { rules: ['populate-on-demand-with-vnuma'], options: ['maxmem'] })],
  },
  {
    says: [
      'IOMMU required for device passthrough but not supported together with PoD',
      'PCI device assignment for HVM guest failed due to PoD enabled',
    ],
    meaning: 'A domain with devices of the host has to get all of its memory at the start.',
    causes: [
      certain('`memory` is below `maxmem`; they have to be equal.', {
        rules: ['populate-on-demand-with-devices'],
        options: ['maxmem', 'memory'],
      }),
    ],
  },
  {
    says: ['PV vNUMA is not yet supported'],
    meaning: 'A PV domain cannot have NUMA nodes.',
    causes: [certain('`vnuma` has to go, or the type to change.', { rules: ['pv-with-vnuma'], options: ['vnuma'] })],
  },
  {
    says: ['passthrough not supported on this platform'],
    meaning: 'The host has no IOMMU that Xen uses, so no device can be given to a domain.',
    causes: [
      likely('VT-d or AMD-Vi is switched off in the firmware, or Xen boots with `iommu=0`.', { options: ['passthrough', 'pci', 'dtdev'] }),
      possible('The machine has none; since 4.13 a PV domain needs one too.', { options: ['pci'] }),
    ],
    look: ['host', 'hypervisor'],
  },
  {
    says: ['passthrough disabled but devices are specified'],
    meaning: 'The config gives devices to the domain and forbids it at the same time.',
    causes: [
      certain('`passthrough` has to be `enabled` or to go.', { rules: ['passthrough-disabled-with-devices'], options: ['passthrough'] }),
    ],
  },
  {
    says: ['passthrough not yet supported for x86 PVH guests'],
    meaning: 'A PVH domain on x86 cannot have devices of the host.',
    causes: [
      certain('The domain has to be HVM or PV, or do without the devices.', {
        rules: ['pvh-with-passthrough'],
        options: ['passthrough', 'pci', 'dtdev'],
      }),
    ],
  },
  {
    says: ['passthrough="{value}" not supported on ARM'],
    meaning: 'On Arm an IOMMU always shares the tables of the domain.',
    causes: [
      certain('`passthrough` can be `enabled` or `share_pt` there.', {
        rules: ['refused-value', 'refused-combination'],
        options: ['passthrough'],
      }),
    ],
    options: ['passthrough'],
  },
  {
    says: ['passthrough="share_pt" {reason}'],
    meaning: 'The IOMMU cannot share the page tables of this domain.',
    causes: [
      certain('A PV domain and one with `hap = 0` have none to share, and not every host can.', {
        rules: ['share-pt-refused'],
        options: ['passthrough', 'hap'],
      }),
    ],
    look: ['host'],
  },
  {
    says: ['vPMU not supported on this platform'],
    meaning: 'The hypervisor gives no performance counters to domains.',
    causes: [certain('Xen has to boot with `vpmu`, or `vpmu` has to go.', { options: ['vpmu'] })],
    look: ['hypervisor'],
  },
  {
    says: ['max grant version {number} out of range'],
    meaning: 'There is no such version of grant tables.',
    causes: [certain('`max_grant_version` is 1 or 2.', { rules: ['value-out-of-range'], options: ['max_grant_version'] })],
  },
  {
    says: ['avail_vcpus bitmap contains too many VCPUS', 'Requested {number} VCPUs, however maxcpus is {limit}'],
    meaning: 'There are more vCPUs than there can be.',
    causes: [certain('`vcpus` is too large.', { rules: ['value-out-of-range', 'maxvcpus-below-vcpus'], options: ['vcpus'] })],
  },
  {
    says: ["Couldn't set max vcpu count"],
    stage: 'create',
    meaning: 'The hypervisor does not make as many vCPUs.',
    causes: [likely('`maxvcpus` is above its limit for this type of domain.', { options: ['maxvcpus', 'vcpus'] })],
    look: ['hypervisor'],
  },
  {
    says: ["Couldn't set max memory"],
    meaning: 'The hypervisor refuses the memory limit of the domain.',
    causes: [
      possible('`maxmem` or `memory` is far too large.', {
        rules: ['number-cut-off', 'value-out-of-range'],
        options: ['maxmem', 'memory'],
      }),
    ],
    look: ['hypervisor'],
  },
  {
    says: ['shadow_memkb value {number}kB too large'],
    meaning: 'libxl works out the memory for page tables from `maxmem`, and the result is not a real number.',
    causes: [
      certain('Neither `memory` nor `maxmem` is set to a number.', {
        rules: ['missing-companion-option', 'invalid-number', 'add-assign-number'],
        options: ['shadow_memory', 'memory', 'maxmem'],
      }),
    ],
  },
  {
    says: ['Failed to set paging mempool size to {number}kB', 'Failed to set {number} MiB {other} allocation'],
    meaning: 'The hypervisor has no memory left for the page tables of the domain.',
    causes: [likely('The host has not enough free memory.', { options: ['shadow_memory', 'maxmem', 'memory'] })],
    look: ['host'],
  },
  {
    says: ['base group not enabled', 'group both enabled and disabled'],
    meaning: 'Features for Windows (`viridian`) that need the group `base` are on without it, or a group is both on and off.',
    causes: [certain('`base` has to be in the list, and each group once.', { rules: ['viridian-without-base'], options: ['viridian'] })],
  },
  {
    says: ['TSC Mode native_paravirt (a.k.a PVRDTSCP) has been removed'],
    meaning: 'This release has no such way to keep time.',
    causes: [
      certain('`tsc_mode` has to be `default`, `always_emulate` or `native`.', { rules: ['refused-tsc-mode'], options: ['tsc_mode'] }),
    ],
  },
  {
    says: ['trap_unmapped_accesses is not supported on x86'],
    meaning: 'The setting is for Arm.',
    causes: [certain('`trap_unmapped_accesses` has to go.', { rules: ['trap-unmapped-on-x86'], options: ['trap_unmapped_accesses'] })],
  },
  {
    says: ['LLC coloring not enabled in the hypervisor', 'LLC colors allocation failed'],
    meaning: 'The hypervisor cannot give the cache colours that the config asks for.',
    causes: [certain('Xen is built or booted without cache colouring, or the colours are not there.', { options: ['llc_colors'] })],
    look: ['hypervisor'],
  },
  {
    says: ['Failed to set Xenstore quota', 'Failed to set Xenstore features'],
    meaning: 'The xenstore daemon does not know what the config asks of it.',
    causes: [
      certain('A name is misspelt, or the daemon is of an older release.', { options: ['xenstore_quota', 'xenstore_feature_mask'] }),
    ],
  },
  {
    says: ['Failed to apply CPUID policy', "Bad character '{other}' in policy{reason}", 'Failed to set d{domid}'],
    meaning: 'The hypervisor refuses the CPU features of the domain.',
    causes: [
      likely('`cpuid` switches on what the host does not have, or sets bits that depend on each other.', { options: ['cpuid'] }),
      possible('A migrated or restored domain needs a CPU like that of its first host.'),
    ],
    look: ['hypervisor'],
  },
  {
    says: [
      'failed give domain access to ioports {other}',
      'failed give domain access to irq {other}',
      'failed give domain access to iomem range {other}',
      'failed to map to domain iomem range {other}',
      'failed give dom{domid} access to {other}',
    ],
    meaning: 'The hypervisor does not let the domain have this port, interrupt or memory of the host.',
    causes: [
      likely('Nothing of the host is there, or the hypervisor needs it itself.', { options: ['ioports', 'irqs', 'iomem'] }),
      possible('Another domain has it.'),
    ],
    look: ['hypervisor'],
  },
  {
    says: ['xc_assign_dtdevice failed: {rc}'],
    meaning: 'A device of the device tree cannot be given to the domain.',
    causes: [likely('The path is misspelt, the device is not behind an IOMMU, or lacks `xen,passthrough`.', { options: ['dtdev'] })],
    look: ['hypervisor'],
  },
  {
    says: [
      'unable to destroy domain following failed creation',
      'destruction of domain failed',
      'Unable to destroy guest',
      'Destruction of domain failed',
      'unable to destroy domain {domid} following failed creation',
      'xc_domain_destroy failed',
      'libxl__devices_destroy failed',
      'Non-existant domain',
    ],
    meaning: 'libxl clears away what it had made until then.',
    isConsequence: true,
  },
  {
    says: ["Couldn't set grant table limits", 'Failed to set event channel limit to {number} ({rc})'],
    meaning: 'The hypervisor does not take a limit of the config.',
    causes: [
      certain('The number is above what Xen allows; its own command line can raise that.', {
        options: ['max_grant_frames', 'max_maptrack_frames', 'max_event_channels'],
      }),
    ],
    look: ['hypervisor'],
  },
  {
    says: ["Couldn't set viridian feature mask (0x{number})", "Couldn't set HVM_PARAM_{other}"],
    meaning: 'The hypervisor does not know a feature that the config asks for.',
    causes: [
      likely('The tools are of a newer release than the hypervisor.', {
        options: ['viridian', 'nestedhvm', 'altp2m', 'timer_mode', 'mca_caps', 'hpet', 'vpt_align'],
      }),
    ],
    look: ['hypervisor'],
  },
  {
    says: ['no device model requested without a kernel'],
    meaning: 'A domain without a device model has no firmware that could find something to boot.',
    causes: [certain('`kernel` is missing.', { rules: ['missing-kernel'], options: ['device_model_version', 'kernel'] })],
  },
  {
    says: ['libxl_dom_load_acpi failed', 'acpi_build_tables failed with {rc}'],
    meaning: 'libxl cannot make the ACPI tables of a PVH domain.',
    causes: [likely('The domain has too little memory for them.', { options: ['memory', 'acpi'] })],
    look: ['again'],
  },
  {
    says: ['mmio_hole_memkb={other} invalid ignored'],
    meaning: '`mmio_hole` is out of bounds and does nothing.',
    causes: [certain('It can be 256 to 3840.', { rules: ['value-out-of-range', 'refused-value'], options: ['mmio_hole'] })],
    isWarning: true,
  },
]);
