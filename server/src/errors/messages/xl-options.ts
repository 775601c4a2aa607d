/** What xl says of single settings (xl_parse.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const XL_OPTIONS = declareMessages({ program: 'xl', stage: 'parse', look: ['check'] }, [
  {
    says: ['Domain name must be specified'],
    meaning: 'The config does not name the domain.',
    causes: [certain('`name` is missing, or is a list.', { rules: ['missing-name'], options: ['name'] })],
  },
  {
    says: ['Neither kernel nor bootloader specified'],
    meaning: 'A PV or PVH domain needs something to boot: `kernel`, `bootloader` or `firmware`.',
    causes: [
      likely('`type` is missing, so that xl makes a PV domain; a guest with firmware of its own, such as Windows, needs `type = "hvm"`.', {
        rules: ['missing-kernel'],
        options: ['type', 'builder'],
      }),
      likely('Nothing says what to boot.', { options: ['kernel'] }),
    ],
  },
  {
    says: ['Invalid domain type {value}'],
    meaning: '`type` is none of `pv`, `pvh` and `hvm`, in small letters.',
    causes: [
      certain('The value of `type` or `builder` is not known.', {
        rules: ['refused-value', 'unknown-builder'],
        options: ['type', 'builder'],
      }),
    ],
    options: ['type', 'builder'],
  },
  {
    says: ['Contradicting "builder" and "type" options specified'],
    meaning: '`builder` and `type` ask for different kinds of domains.',
    causes: [certain('Only `type` is needed.', { rules: ['builder-contradicts-type'], options: ['builder', 'type'] })],
  },
  {
    says: ['The "builder" option is being deprecated'],
    meaning: '`builder` still works; `type` says the same today.',
    causes: [certain('`builder = "hvm"` is `type = "hvm"`.', { rules: ['option-deprecated'], options: ['builder'] })],
    isWarning: true,
  },
  {
    says: ['Failed to parse UUID: {value}'],
    meaning: '`uuid` is not 32 hexadecimal digits with dashes after 8, 12, 16 and 20 of them.',
    causes: [certain('The value has the wrong form.', { rules: ['refused-value'], options: ['uuid'] })],
    options: ['uuid'],
  },
  {
    says: ['xl: maxvcpus < vcpus'],
    meaning: 'The domain would start with more vCPUs than it may ever have.',
    causes: [
      certain('`maxvcpus`, or the vCPUs of `vnuma`, are fewer than `vcpus`.', {
        rules: ['maxvcpus-below-vcpus'],
        options: ['maxvcpus', 'vcpus'],
      }),
    ],
  },
  {
    says: ['Unknown {option} action "{value}" specified'],
    meaning: '`{value}` is nothing that xl can do with a domain that ends.',
    causes: [
      certain('It can be `destroy`, `restart`, `rename-restart`, `preserve`, `coredump-destroy`, `coredump-restart` or `soft-reset`.', {
        rules: ['refused-value'],
      }),
    ],
  },
  {
    says: [
      'ERROR: invalid value "{value}" for "{option}"',
      'ERROR: invalid value {number} for "{option}"',
      'Unknown {option} "{value}" specified',
    ],
    meaning: 'xl does not know this value of `{option}`.',
    causes: [
      likely('The value is misspelt; most words are read in small letters only.', {
        rules: ['refused-value', 'value-out-of-range', 'octal-number'],
      }),
      possible('It came with a later release of Xen.', { rules: ['value-too-new', 'option-too-new'] }),
    ],
  },
  {
    says: ['got a tsc mode string: "{value}"'],
    meaning: 'xl only tells which `tsc_mode` it reads.',
    options: ['tsc_mode'],
    isConsequence: true,
  },
  {
    says: ["ERROR: unknown passthrough option '{value}'"],
    meaning: '`passthrough` can be `disabled`, `enabled`, `sync_pt` or `share_pt`.',
    causes: [certain('The value is not known.', { rules: ['refused-value'], options: ['passthrough'] })],
    options: ['passthrough'],
  },
  {
    says: ['ERROR: "ms_vm_genid" option must be "generate" or "none"'],
    meaning: 'xl makes the generation ID itself; a fixed one cannot be given.',
    causes: [certain('The value is not known.', { rules: ['refused-value'], options: ['ms_vm_genid'] })],
  },
  {
    says: ['ERROR: "timer_mode" option is not supported for PV guests'],
    meaning: '`timer_mode` is for emulated timers, which a PV domain does not have.',
    causes: [certain('`timer_mode` has to go.', { rules: ['timer-mode-on-pv'], options: ['timer_mode'] })],
  },
  {
    says: ['WARNING: specifying "{option}" as an integer is deprecated'],
    meaning: '`{option}` has names for its values; xl still reads the number.',
    causes: [certain('A name says more than the number.', { rules: ['deprecated-value-form'] })],
    isWarning: true,
  },
  {
    says: ['WARNING: Specifying "{option}" as a string is deprecated', 'WARNING: Specifying "{option}" is deprecated'],
    meaning: 'xl still reads `{option}` as it is written, but in its old form.',
    causes: [
      certain('There is a newer form.', {
        rules: ['deprecated-value-form', 'option-deprecated', 'bootloader-args-string', 'empty-bootloader-args'],
      }),
    ],
    isWarning: true,
  },
  {
    says: ['WARNING: you seem to be using "kernel" directive to override HVM guest firmware'],
    meaning: 'xl ignores `kernel`, because it names hvmloader, which HVM domains get anyway.',
    causes: [certain('The line is left over from xm and can go.', { rules: ['hvmloader-as-kernel'], options: ['kernel'] })],
    isWarning: true,
  },
  {
    says: [
      'WARNING: ignoring device_model directive',
      'WARNING: Use "device_model_override" instead',
      'WARNING: Or use "device_model_stubdomain_override"',
    ],
    meaning: 'xl ignores `device_model`, which is left over from xm.',
    causes: [
      certain('xl finds the device model by itself.', {
        rules: ['option-without-effect', 'xend-option', 'option-deprecated'],
        options: ['device_model'],
      }),
    ],
    isWarning: true,
  },
  {
    says: ['WARNING: device model override given without specific DM version'],
    meaning: 'xl does not know which kind of device model `device_model_override` is.',
    causes: [
      certain('`device_model_version` is missing beside it.', { rules: ['missing-companion-option'], options: ['device_model_override'] }),
    ],
    isWarning: true,
  },
  {
    says: ['WARNING: bios_path_override given without specific bios name'],
    meaning: 'xl does not know which firmware the file is.',
    causes: [certain('`bios` is missing beside it.', { rules: ['missing-companion-option'], options: ['bios_path_override'] })],
    isWarning: true,
  },
  {
    says: ['WARNING: ignoring "{option}" option. Use "-V" option of "xl create"', 'WARNING: ignoring "{option}" directive for pv guest'],
    meaning: 'xl ignores `{option}` here.',
    causes: [certain('The setting does nothing.', { rules: ['option-without-effect', 'option-ignored-for-type'] })],
    isWarning: true,
  },
  {
    says: ['Warning: ignoring root= and extra= in favour of cmdline='],
    meaning: '`cmdline` is the whole command line, so `root` and `extra` are lost.',
    causes: [certain('Their words have to move into `cmdline`.', { rules: ['conflicting-options'], options: ['root', 'extra'] })],
    isWarning: true,
  },
  {
    says: ['WARNING: msr_relaxed will be removed in future versions', 'If it fixes an issue you are having please report to xen-devel'],
    meaning: 'xl takes the setting; it is a work-around for guests that read unknown registers of the CPU.',
    isWarning: true,
  },
  {
    says: ['ERROR: both kernel and firmware specified'],
    meaning: '`firmware` brings the kernel that boots, so there is no room for `kernel`.',
    causes: [
      certain('One of the two has to go.', { rules: ['conflicting-options', 'refused-combination'], options: ['firmware', 'kernel'] }),
    ],
  },
  {
    says: ['ERROR: only pvgrub{reason} supported as firmware options'],
    meaning: 'For PV and PVH `firmware` is `pvgrub32` or `pvgrub64`.',
    causes: [
      likely('The value belongs to an HVM domain, and `type = "hvm"` is missing.', { rules: ['refused-value'], options: ['firmware'] }),
    ],
  },
  {
    says: ['this instance of Xen has been built without support of "pygrub"'],
    meaning: 'The host has no pygrub.',
    causes: [certain('PVH with GRUB, or `firmware = "pvgrub64"` for PV, boots without it.', { options: ['bootloader'] })],
  },
  {
    says: ["xl: unknown viridian enlightenment '{value}'", 'xl: Unable to parse viridian enlightenments'],
    meaning: 'A group of Hyper-V features in `viridian` is not known to this xl.',
    causes: [
      likely('The name is misspelt; `!` stands before a group that is taken away.', { rules: ['refused-value'], options: ['viridian'] }),
      possible('It came with a later release of Xen.', { rules: ['value-too-new'], options: ['viridian'] }),
    ],
    options: ['viridian'],
  },
  {
    says: ["ERROR: unrecognized MCA capability '{value}'", 'ERROR: unable to parse mca_caps'],
    meaning: '`mca_caps` is a list in which only `lmce` can stand.',
    causes: [certain('The value is not known.', { rules: ['refused-value', 'refused-value-type'], options: ['mca_caps'] })],
    options: ['mca_caps'],
  },
  {
    says: ["xl: unknown vendor_device '{value}'"],
    meaning: '`vendor_device` can be `none` or `xenserver`.',
    causes: [certain('The value is not known.', { rules: ['refused-value'], options: ['vendor_device'] })],
    options: ['vendor_device'],
  },
  {
    says: [
      "xl: unknown smbios type '{value}'",
      'xl: empty value not allowed for smbios "{value}="',
      'xl: smbios limited to 99 oem strings',
      'xl: Unable to parse smbios options',
    ],
    meaning: 'xl cannot read `smbios`, a list of `name=value`.',
    causes: [
      certain('An item is misspelt, has no value, or is one too many.', {
        rules: ['refused-device-value', 'unknown-device-key', 'malformed-device', 'refused-value-type'],
        options: ['smbios'],
      }),
    ],
    options: ['smbios'],
  },
  {
    says: ['xl: Unable to parse {option}'],
    meaning: 'xl wants a list of strings for `{option}`.',
    causes: [
      certain('The value is not a list, or has something other than strings in it.', {
        rules: ['refused-value-type', 'refused-nested-list', 'empty-bootloader-args'],
      }),
    ],
  },
  {
    says: ['ERROR: Display specified both in vnclisten and vncdisplay'],
    meaning: 'The display number of VNC is given twice.',
    causes: [
      certain('`vnclisten` has a `:` and a number, and `vncdisplay` is set too.', {
        rules: ['vnc-display-given-twice'],
        options: ['vnclisten', 'vncdisplay'],
      }),
    ],
  },
  {
    says: ['Quota specification "{value}" lacks "="', 'Quota specification "{value}" uses illegal value "{other}"'],
    meaning: 'An item of `xenstore_quota` is not a name, `=` and a number.',
    causes: [certain('The item has the wrong form.', { rules: ['malformed-device'], options: ['xenstore_quota'] })],
    options: ['xenstore_quota'],
  },
  {
    says: ['xl: Invalid LLC color range: {value}', 'xl: Start LLC color is greater than end: {value}'],
    meaning: 'An item of `llc_colors` is not a number or a range such as `0-3`.',
    causes: [certain('The item has the wrong form.', { rules: ['malformed-device', 'refused-value'], options: ['llc_colors'] })],
    options: ['llc_colors'],
  },
]);
