/** What xl says of the devices in a config (xl_parse.c, libxlu_disk.c, libxlu_pci.c, libxlu_vif.c). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const XL_DEVICES = declareMessages({ program: 'xl', stage: 'parse', look: ['check'] }, [
  {
    says: [
      "config parsing error in disk specification: unknown value for {option}: near `{value}' in `{other}'",
      "config parsing error in disk specification: unknown value for {option}: near `{value}'",
    ],
    meaning: 'xl does not know `{value}` as the {option} of a disk.',
    causes: [
      likely('In the short form `target,format,vdev,access` a field is missing, so that the next one is taken for it.', {
        rules: ['refused-device-value', 'malformed-device'],
        options: ['disk'],
      }),
      possible('The word is misspelt.', { options: ['disk'] }),
    ],
    options: ['disk'],
  },
  {
    says: ["config parsing error in disk specification: unknown parameter: near `{value}'"],
    meaning: 'A disk has no key of this name.',
    causes: [
      certain('The key is misspelt, or newer than this xl.', { rules: ['unknown-device-key', 'malformed-device'], options: ['disk'] }),
    ],
    options: ['disk'],
  },
  {
    says: ["config parsing error in disk specification: too many positional parameters: near `{value}'"],
    meaning: 'Only target, format, vdev and access can stand without their names.',
    causes: [certain('The fifth value has to go, or needs its key.', { rules: ['malformed-device'], options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: ["config parsing error in disk specification: unknown deprecated disk prefix: near `{value}'"],
    meaning: '`{value}` is not a prefix of a disk that xl knows.',
    causes: [
      likely('A `:` in the path is taken for a prefix; `target=` at the end of the string takes everything after it as it is.', {
        rules: ['malformed-device'],
        options: ['disk'],
      }),
      possible('The prefix is one of xend, such as `tap2:`.', { options: ['disk'] }),
    ],
    options: ['disk'],
  },
  {
    says: [
      "config parsing error in disk specification: no vdev specified in `{value}'",
      'config parsing error in disk specification: no vdev specified',
    ],
    meaning: 'A disk does not say under which name the guest sees it.',
    causes: [certain('`vdev` is missing, such as `xvda` or `hda`.', { rules: ['missing-device-key'], options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: ['config parsing error in disk specification: no target specified (and device not removable)'],
    meaning: 'A disk has no image; only a CD drive can be empty.',
    causes: [certain('`target` is missing.', { rules: ['missing-device-key', 'refused-device-value'], options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: ["config parsing error in disk specification: {option} respecified: near `{value}'"],
    meaning: 'A disk says its {option} twice.',
    causes: [certain('One of the two has to go.', { rules: ['malformed-device', 'repeated-device-key'], options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: [
      "config parsing error in disk specification: bad disk syntax: near `{value}'",
      'config parsing error in disk specification: {reason}',
    ],
    meaning: 'xl cannot take a disk string apart.',
    causes: [
      certain('The string has the wrong form from there on.', { rules: ['malformed-device', 'refused-device-value'], options: ['disk'] }),
    ],
    options: ['disk'],
  },
  {
    says: ["config parsing error in vif: {reason} in `{value}'"],
    meaning: '`rate` of a network card is not a number with a unit, such as `10Mb/s` or `1MB/s@20ms`.',
    causes: [certain('The rate has the wrong form or is too large.', { rules: ['refused-device-value'], options: ['vif'] })],
    options: ['vif'],
  },
  {
    says: ["Invalid parameter `type'", "Invalid parameter `mac'"],
    meaning: 'xl cannot read the type or the address of a network card and leaves it unset.',
    causes: [
      certain('`mac` is six pairs of hexadecimal digits with colons; `type` is `vif` or `ioemu`.', {
        rules: ['misread-device-value', 'refused-device-value'],
        options: ['vif'],
      }),
    ],
    options: ['vif'],
    isWarning: true,
  },
  {
    says: ["unrecognized argument `{value}'"],
    meaning: 'xl does not know `{value}` for a network card and leaves it out.',
    causes: [
      certain('The key is misspelt, or the field is empty.', {
        rules: ['ignored-device-key', 'empty-device-field', 'lost-device-fields'],
        options: ['vif', 'vtpm'],
      }),
    ],
    options: ['vif', 'vtpm'],
    isWarning: true,
  },
  {
    says: [
      'the netdev parameter is deprecated',
      'the accel parameter for vifs is currently not supported',
      'netchannel2 is deprecated and not supported by xl',
    ],
    meaning: 'A key of a network card is left over from xend.',
    causes: [certain('xl does not use it.', { rules: ['deprecated-device-form', 'option-without-effect'], options: ['vif', 'vif2'] })],
    isWarning: true,
  },
  {
    says: ["unable to parse PCI BDF `{value}' for passthrough", "unable to parse PCI_SPEC_STRING `{value}' for passthrough"],
    meaning: 'xl cannot read the address or the options of a PCI device.',
    causes: [
      certain('An address is `BB:DD.F` in hexadecimal, such as `01:00.0`, with options after commas.', {
        rules: ['malformed-device', 'refused-device-value', 'unknown-device-key', 'missing-device-key'],
        options: ['pci'],
      }),
    ],
    options: ['pci'],
  },
  {
    says: [
      'Unknown PCI_SPEC_STRING option: {value}',
      'Unknown PCI BDF option: {value}',
      "{value} is not an valid PCI RDM property policy: 'strict' or 'relaxed'",
      'Unknown RDM policy: {value}',
    ],
    meaning: '`{value}` is not an option of a PCI device.',
    causes: [
      certain('The option is misspelt, or newer than this xl.', {
        rules: ['unknown-device-key', 'refused-device-value', 'ignored-device-key'],
        options: ['pci', 'rdm'],
      }),
    ],
    options: ['pci', 'rdm'],
  },
  {
    says: ['Unknown RDM state option: {value}', 'Unknown RDM strategy option: {value}', 'Unknown RDM property {reason}: {value}'],
    meaning: 'xl cannot read `rdm` and ignores it.',
    causes: [certain('It is `strategy=host,policy=strict` or `policy=relaxed`.', { rules: ['misread-device-value'], options: ['rdm'] })],
    options: ['rdm'],
    isWarning: true,
  },
  {
    says: ["Invalid usb controller type '{value}'", "Unknown string `{value}' in usbctrl spec"],
    meaning: 'xl cannot read a USB controller.',
    causes: [
      certain('`type` is `auto`, `pv`, `qusb` or `devicemodel`; besides there are `version` and `ports`.', {
        rules: ['refused-device-value', 'unknown-device-key'],
        options: ['usbctrl'],
      }),
    ],
    options: ['usbctrl'],
  },
  {
    says: ['Invalid usb device type: {value}', "Unknown string `{value}' in usbdev spec"],
    meaning: 'xl cannot read a USB device.',
    causes: [
      certain('A device has `hostbus`, `hostaddr`, `controller` and `port`; its type is `hostdev`.', {
        rules: ['refused-device-value', 'unknown-device-key'],
        options: ['usbdev'],
      }),
    ],
    options: ['usbdev'],
  },
  {
    says: ["Unknown string `{value}' in {option} spec", 'Unknown string "{value}" in {option} spec', "Unknown 9pfs parameter '{value}'"],
    meaning: 'A device string has a key that xl does not know.',
    causes: [certain('The key is misspelt, or newer than this xl.', { rules: ['unknown-device-key', 'ignored-device-key'] })],
  },
  {
    says: ['vtpm spec missing required backend field'],
    meaning: 'A virtual TPM does not say which domain serves it.',
    causes: [certain('`backend` is missing.', { rules: ['missing-device-key'], options: ['vtpm'] })],
  },
  {
    says: ['Failed to parse vtpm UUID: {value}'],
    meaning: 'The `uuid` of a virtual TPM has the wrong form.',
    causes: [certain('It has to be a whole UUID.', { rules: ['refused-device-value'], options: ['vtpm'] })],
    options: ['vtpm'],
  },
  {
    says: ['9pfs spec missing required field'],
    meaning: 'A shared folder lacks its `tag`, `path` or `security_model`.',
    causes: [certain('All three are needed.', { rules: ['missing-device-key'], options: ['p9'] })],
  },
  {
    says: ["unknown channel connection '{value}'", "channel has unknown 'connection'", "channel connection 'socket' requires path"],
    meaning: 'A channel does not say to what it is connected.',
    causes: [
      certain('`connection` is `pty`, or `socket` together with `path`.', {
        rules: ['refused-device-value', 'missing-device-key'],
        options: ['channel'],
      }),
    ],
    options: ['channel'],
  },
  {
    says: ["unknown channel parameter '{value}', ignoring"],
    meaning: 'A channel has a key that xl does not know.',
    causes: [certain('The key is misspelt.', { rules: ['ignored-device-key'], options: ['channel'] })],
    options: ['channel'],
    isWarning: true,
  },
  {
    says: ['At least one connector should be specified', "Can't parse connector resolution"],
    meaning: 'A virtual display needs connectors such as `connectors=id0:1920x1080`.',
    causes: [
      certain('`connectors` is missing or has the wrong form.', {
        rules: ['missing-device-key', 'misread-device-value', 'malformed-device'],
        options: ['vdispl'],
      }),
    ],
  },
  {
    says: [
      'Invalid pcm format: {value}',
      'Invalid stream type: {value}',
      'No vsnd pcm device',
      'No vsnd stream',
      'No pcm device',
      'Failed to get vsnd card list',
      'Invalid parameter: {value}',
      'Invalid key: {value}',
    ],
    meaning: 'xl cannot read a virtual sound card.',
    causes: [
      certain('The parts are `card`, `pcm` and `stream`, in this order.', {
        rules: ['malformed-device', 'refused-device-value'],
        options: ['vsnd'],
      }),
    ],
    options: ['vsnd'],
  },
  {
    says: [
      'backend-type should be set in vkb spec',
      'Unknown backend_type "{value}" in vkb spec',
      'should be set for multi touch in vkb spec',
    ],
    meaning: 'A virtual keyboard or touch screen lacks something.',
    causes: [
      certain('`backend-type` is `qemu` or `linux`; a touch screen needs its width, height and number of contacts.', {
        rules: ['missing-device-key', 'refused-device-value', 'malformed-device'],
        options: ['vkb'],
      }),
    ],
    options: ['vkb'],
  },
  {
    says: ['xl: Invalid argument parsing ioport: {value}', 'xl: ioport {number} too big'],
    meaning: '`ioports` are hexadecimal ports or ranges such as `2f8-2ff`.',
    causes: [certain('The item has the wrong form.', { rules: ['malformed-device'], options: ['ioports'] })],
    options: ['ioports'],
  },
  {
    says: ['xl: Invalid argument parsing irq: {value}', 'xl: irq {number} too big'],
    meaning: '`irqs` are decimal numbers.',
    causes: [certain('The item has the wrong form.', { rules: ['malformed-device'], options: ['irqs'] })],
    options: ['irqs'],
  },
  {
    says: ['xl: Invalid argument parsing iomem: {value}'],
    meaning: '`iomem` is `START,COUNT` in hexadecimal pages, with `@GFN` after it if the guest sees it elsewhere.',
    causes: [certain('The item has the wrong form.', { rules: ['malformed-device'], options: ['iomem'] })],
    options: ['iomem'],
  },
  {
    says: [
      'while parsing CPUID line: "{value}"',
      'while parsing CPUID string: "{value}"',
      'while parsing CPUID flag: "{value}"',
      'error: first word must be "host"',
      'error #{number}: unknown CPUID flag name',
      'error #{number}: illegal leaf number',
      'error #{number}: illegal subleaf number',
      'error #{number}: missing colon',
      'error #{number}: missing "=" in key=value',
      'error #{number}: unknown error',
      'error #{number}: invalid register name (must be e[abcd]x)',
      'error #{number}: policy string must be exactly 32 characters long',
      'error #{number}: illegal CPUID value (must be: [0|1|x|k|s])',
    ],
    meaning: 'xl ignores what it cannot read of `cpuid`.',
    causes: [
      certain('A text begins with `host`, and features follow as `name=0` or `name=1`.', {
        rules: ['misread-device-value'],
        options: ['cpuid'],
      }),
    ],
    options: ['cpuid'],
    isWarning: true,
  },
  {
    says: [
      'failed to parse channel configuration: {value}',
      'failed to parse 9pfs configuration: {value}',
      'failed to parse 9pfs type: {value}',
    ],
    meaning: 'A part of a device string is not `key=value` with a key and a value that xl knows.',
    causes: [
      certain('`{value}` has the wrong form.', {
        rules: ['malformed-device', 'refused-device-value', 'unknown-device-key'],
        options: ['channel', 'p9'],
      }),
    ],
    options: ['channel', 'p9'],
  },
]);
