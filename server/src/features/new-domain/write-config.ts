/** Writes the config of a planned domain, with comments for who changes it. */
import type { OptionName } from '../../options/index';
import { isSince } from '../../schema/xen-version';
import { formatInPath } from '../../specs/disk/disk';
import { message, type Message } from '../../text/message';
import type { QuestionName } from './answers';
import type { Plan } from './plan';
import { quote, quoteList } from './quote';

/** One statement of the config. */
export interface PlannedSetting {
  readonly name: OptionName;
  /** As it is written. */
  readonly value: string;
  /** The question whose answer it holds. */
  readonly from: QuestionName;
}

/** Statements that belong together, with what there is to say about them. */
export interface PlannedSection {
  readonly comment?: Message;
  readonly settings: readonly PlannedSetting[];
}

/** The config in parts, from the top to the end. */
export function writeSections(plan: Plan): readonly PlannedSection[] {
  const sections = [
    { settings: [...typeOf(plan), set('name', quote(plan.name), 'name')] },
    {
      comment: message('Memory in MiB, and virtual CPUs.'),
      settings: [set('memory', String(plan.memory), 'memory'), set('vcpus', String(plan.vcpus), 'vcpus')],
    },
    ...(plan.type === 'hvm' ? bootMachine(plan) : bootGuest(plan)),
    writeDisks(plan),
    ...writeNetwork(plan),
    ...(plan.type === 'hvm' ? showMachine(plan) : showGuest(plan)),
    ...(plan.preset === 'windows' ? suitWindows() : []),
  ];
  return sections.filter(({ settings }) => settings.length > 0);
}

function set(name: OptionName, value: string, from: QuestionName): PlannedSetting {
  return { name, value, from };
}

function setList(name: OptionName, items: readonly string[], from: QuestionName): PlannedSetting {
  return set(name, quoteList(items, `${name} = `), from);
}

/** Arm has one type of domain, and each release calls it what it is called there. */
function typeOf({ type, arch, xen }: Plan): readonly PlannedSetting[] {
  if (arch === 'arm') return [];
  if (isSince(xen, '4.10')) return [set('type', quote(type), 'type')];
  return type === 'hvm' ? [set('builder', quote(type), 'type')] : [];
}

function bootMachine({ boot, firmware, kernel, ramdisk, cmdline, iso }: Plan): readonly PlannedSection[] {
  const bios = set('bios', quote(firmware === 'uefi' ? 'ovmf' : 'seabios'), 'firmware');
  if (boot === 'kernel') {
    return [
      {
        comment: message('The kernel is a file on the host; the firmware starts it.'),
        settings: [bios, ...kernelOf({ kernel, ramdisk, cmdline })],
      },
    ];
  }
  // OVMF has its own order.
  if (firmware === 'uefi') return [{ comment: message('UEFI firmware.'), settings: [bios] }];
  const comment =
    iso === ''
      ? message('Boots the disk.')
      : message('Boots the disk (c) before the CD (d): the installer starts while the disk is empty.');
  return [{ comment, settings: [bios, set('boot', quote(iso === '' ? 'c' : 'cd'), 'boot')] }];
}

function kernelOf({ kernel, ramdisk, cmdline }: Pick<Plan, 'kernel' | 'ramdisk' | 'cmdline'>): readonly PlannedSetting[] {
  return [
    set('kernel', quote(kernel), 'kernel'),
    ...(ramdisk === '' ? [] : [set('ramdisk', quote(ramdisk), 'ramdisk')]),
    ...(cmdline === '' ? [] : [set('cmdline', quote(cmdline), 'cmdline')]),
  ];
}

function bootGuest(plan: Plan): readonly PlannedSection[] {
  const { boot, kernel, xen } = plan;
  if (boot === 'grub') {
    return [
      {
        comment: message("GRUB runs in the domain, reads the guest's own grub.cfg and starts its kernel."),
        settings: [set('kernel', quote(kernel), 'kernel')],
      },
    ];
  }
  if (boot !== 'pygrub') {
    return [
      {
        comment: message('The kernel is a file on the host; root= names a disk or a partition of the guest.'),
        settings: kernelOf(plan),
      },
    ];
  }
  const isRestricted = isSince(xen, '4.18');
  return [
    {
      comment: isRestricted
        ? message("pygrub takes the kernel from the guest's disk. It runs on the host, restricted.")
        : message("pygrub takes the kernel from the guest's disk. It runs on the host, as root: trust the guest."),
      settings: [set('bootloader', quote('pygrub'), 'boot'), ...(isRestricted ? [set('bootloader_restrict', '1', 'boot')] : [])],
    },
  ];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Where people look for a CD drive: the first disk of the second IDE bus. */
const IDE_CD = 2;
/** Emulated disks; those after them only have PV drivers, whatever they are called. */
const IDE_DISKS = 4;

/** The names of the disks, and that of the CD drive. */
function nameDisks({ type, disks, iso }: Plan): { readonly names: readonly string[]; readonly cd: string } {
  const isMachine = type === 'hvm';
  const nameAt = (index: number): string => `${isMachine && index < IDE_DISKS ? 'hd' : 'xvd'}${LETTERS.charAt(index)}`;
  const makesRoom = isMachine && iso !== '';
  const names = disks.map((_, index) => nameAt(makesRoom && index >= IDE_CD ? index + 1 : index));
  return { names, cd: isMachine ? nameAt(IDE_CD) : nameAt(disks.length) };
}

function writeDisks(plan: Plan): PlannedSection {
  const { disks, iso } = plan;
  const { names, cd } = nameDisks(plan);
  // The target comes last, because it takes the rest of the string.
  const items = disks.map((path, index) => `format=${formatInPath(path) ?? 'raw'}, vdev=${names[index] ?? ''}, access=rw, target=${path}`);
  const drive = iso === '' ? [] : [`format=raw, vdev=${cd}, access=ro, devtype=cdrom, target=${iso}`];
  return {
    comment:
      iso === ''
        ? message('The disk must exist: xl does not create it.')
        : message('The disk must exist: xl does not create it. Remove the CD once the system is installed.'),
    settings: [setList('disk', [...items, ...drive], 'disk')],
  };
}

function writeNetwork({ type, bridges, macs, backend, preset }: Plan): readonly PlannedSection[] {
  if (bridges.length === 0) return [];
  const items = bridges.map((bridge, index) => {
    const mac = macs[index];
    const parts = [
      ...(mac === undefined ? [] : [`mac=${mac}`]),
      `bridge=${bridge}`,
      // The device model looks for the bridge of an emulated card in dom0.
      ...(backend === '' ? [] : [...(type === 'hvm' ? ['type=vif'] : []), `backend=${backend}`]),
      // Windows has no driver for the card that is emulated by default.
      ...(backend === '' && preset === 'windows' ? ['model=e1000'] : []),
    ];
    return parts.join(', ');
  });
  const settings = [setList('vif', items, 'bridge')];
  if (macs.length >= bridges.length) return [{ settings }];
  return [{ comment: message('Without mac=, every xl create picks a new address.'), settings }];
}

function showMachine({ graphics }: Plan): readonly PlannedSection[] {
  const from = 'graphics';
  if (graphics === 'none') {
    return [
      {
        comment: message('No screen; xl console shows the serial port.'),
        settings: [set('vnc', '0', from), set('serial', quote('pty'), from)],
      },
    ];
  }
  const tablet = [set('usb', '1', from), set('usbdevice', quote('tablet'), from)];
  const local = quote('127.0.0.1');
  if (graphics === 'vnc') {
    return [
      {
        comment: message('A screen for VNC viewers on the host; the tablet keeps the mouse pointers in step.'),
        settings: [set('vga', quote('stdvga'), from), set('vnc', '1', from), set('vnclisten', local, from), ...tablet],
      },
    ];
  }
  return [
    {
      comment: message('A screen for SPICE viewers on the host; each domain needs its own port.'),
      settings: [
        set('vga', quote('stdvga'), from),
        set('vnc', '0', from),
        set('spice', '1', from),
        set('spicehost', local, from),
        set('spiceport', '6000', from),
        set('spicedisable_ticketing', '1', from),
        ...tablet,
      ],
    },
  ];
}

function showGuest({ graphics }: Plan): readonly PlannedSection[] {
  if (graphics !== 'vnc') return [];
  return [
    {
      comment: message('A screen for VNC viewers on the host.'),
      settings: [setList('vfb', ['vnc=1,vnclisten=127.0.0.1'], 'graphics')],
    },
  ];
}

function suitWindows(): readonly PlannedSection[] {
  return [
    {
      comment: message('The Hyper-V interface, which makes Windows faster, and a clock in local time.'),
      settings: [set('viridian', '1', 'preset'), set('localtime', '1', 'preset')],
    },
  ];
}
