/** What libxl says when it puts kernel, firmware and memory into a domain (libxl_dom.c, libxl_create.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const LIBXL_BUILD = declareMessages({ program: 'libxl', stage: 'boot', look: ['kernel', 'again'] }, [
  {
    says: ['direct boot parameters specified but kernel missing'],
    stage: 'create',
    meaning: 'An HVM domain has a ramdisk or a command line, but no kernel that could take it.',
    causes: [
      certain('`kernel` is missing, or `ramdisk`, `cmdline`, `root` and `extra` have to go.', {
        rules: ['direct-boot-without-kernel'],
        options: ['ramdisk', 'cmdline', 'root', 'extra'],
      }),
    ],
  },
  {
    says: ['xc_dom_kernel_file failed', 'xc_dom_kernel_mem failed', 'xc_dom_{kernel_file/ramdisk_file} failed'],
    meaning: 'The kernel cannot be read or unpacked; the line before this one says more.',
    causes: [
      possible('The file is not there or no kernel.', {
        rules: ['file-not-found', 'pv-kernel-not-xen', 'pvh-kernel-not-pvh'],
        options: ['kernel', 'firmware_override'],
      }),
    ],
    isConsequence: true,
  },
  {
    says: ['xc_dom_parse_image failed'],
    meaning: 'The file is not a kernel for this type of domain; the line before this one says more.',
    causes: [
      possible('The kernel is for another type of domain.', {
        rules: ['pv-kernel-not-xen', 'pvh-kernel-not-pvh', 'arm-kernel-not-loadable'],
        options: ['kernel'],
      }),
    ],
    isConsequence: true,
  },
  {
    says: ['xc_dom_ramdisk_file failed', 'xc_dom_ramdisk_mem failed'],
    meaning: 'The ramdisk cannot be read.',
    causes: [likely('The file is not there or cannot be read.', { rules: ['file-not-found', 'ramdisk-not-initrd'], options: ['ramdisk'] })],
    isConsequence: true,
  },
  {
    says: ['xc_dom_mem_init failed', 'xc_dom_boot_mem_init failed'],
    meaning: 'The domain does not get its memory.',
    causes: [likely('The host has not enough free memory.', { options: ['memory', 'maxmem'] })],
    look: ['host'],
    isConsequence: true,
  },
  {
    says: [
      'xc_dom_build_image failed',
      'xc_dom_boot_image failed',
      'xc_dom_boot_xen_init failed',
      'xc_dom_gnttab_init failed',
      'xc_dom_allocate failed',
      'xc_dom_rambase failed',
      'libxl__build_dom failed',
      'libxl__arch_build_dom_finish failed',
      'hvm building failed',
      'hvm build vmemranges failed',
      'cannot build vmemranges',
    ],
    meaning: 'The domain builder failed; the lines before this one say why.',
    look: ['again', 'hypervisor'],
    isConsequence: true,
  },
  {
    says: ['cannot (re-)build domain: {rc}'],
    meaning: 'The domain was made, but could not be filled; the lines before this one say why.',
    look: ['again', 'hypervisor'],
    isConsequence: true,
  },
  {
    says: ['initializing domain firmware failed'],
    meaning: 'A file with firmware cannot be read; the lines before this one say which.',
    isConsequence: true,
  },
  {
    says: ['failed to load IPXE {path} ({number}): {reason}', 'failed to load IPXE {path} ({number})'],
    stage: 'create',
    meaning: 'The boot ROM for starting from the network cannot be read.',
    causes: [
      likely('The packages of the distribution leave the file out or put a folder in its place; only booting from the network needs it.'),
    ],
    look: ['again'],
  },
  {
    says: ['failed to read SMBIOS firmware file {path}', 'failed to read ACPI firmware file {path}', 'failed to read {value} file'],
    stage: 'create',
    meaning: 'A file that the config hands to the firmware cannot be read.',
    causes: [
      certain('The file is not there or cannot be read.', {
        rules: ['file-not-found'],
        options: ['smbios_firmware', 'acpi_firmware', 'firmware_override', 'bios_path_override'],
      }),
    ],
    look: ['again'],
  },
  {
    says: [
      'file {path} for {other} is empty',
      '{path} is not a plain file',
      'file {path} is far too large',
      '{path} changed size while we were reading it',
    ],
    stage: 'create',
    meaning: 'libxl needs the content of this file, and cannot take it.',
    causes: [certain('It has to be a plain file with something in it.', { rules: ['file-not-found'] })],
    look: ['again'],
  },
  {
    says: ['More than 99 SMBIOS OEM strings specified'],
    stage: 'create',
    meaning: '`smbios` has more `oem` strings than there can be.',
    causes: [certain('There can be 99.', { rules: ['refused-device-value'], options: ['smbios'] })],
    look: ['check'],
  },
  {
    says: [
      'setting domain memory map failed',
      'hvm build set params failed',
      'hvm build set xenstore values failed',
      'Failed while collecting E820 with: {rc}',
    ],
    stage: 'create',
    meaning: 'libxl cannot tell the domain where its memory is.',
    causes: [
      possible('`e820_host` copies the map of the host, which a domain with a device of the host gets as well.', {
        rules: ['e820-host-forced'],
        options: ['e820_host', 'pci'],
      }),
    ],
    look: ['again', 'hypervisor'],
  },
  {
    says: ['checking reserved device memory failed', 'Could not get reserved device memory maps'],
    stage: 'create',
    meaning: 'libxl cannot find out which memory the devices of the host need for themselves.',
    causes: [possible('The message before this one says where they are in the way.', { options: ['rdm', 'pci'] })],
    look: ['hypervisor'],
  },
  {
    says: ['RDM conflict at 0x{number}'],
    stage: 'create',
    meaning: 'Memory that a device of the host needs for itself is where the memory of the domain has to be.',
    causes: [
      likely('`rdm_policy=relaxed` for the device, or a lower `rdm_mem_boundary`, makes room.', {
        options: ['rdm', 'rdm_mem_boundary', 'pci'],
      }),
    ],
    look: ['again'],
  },
]);
