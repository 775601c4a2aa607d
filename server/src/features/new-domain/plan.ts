/** Completes answers to a whole domain: what nobody said follows from the rest. */
import type { Architecture, DomainType, WantedTarget } from '../../schema/target';
import { isSince, parseXenVersion, type XenVersion } from '../../schema/xen-version';
import { ARCHITECTURES, DEFAULT_TARGET, DOMAIN_TYPES } from '../../schema/target';
import {
  type Answers,
  type Boot,
  BOOTS,
  type Display,
  DISPLAYS,
  type Firmware,
  FIRMWARES,
  NO_NETWORK,
  NO_RAMDISK,
  type Preset,
  PRESETS,
  splitList,
} from './answers';

/** A domain in all that a config has to say of it. */
export interface Plan {
  readonly xen: XenVersion;
  readonly arch: Architecture;
  readonly preset: Preset;
  readonly type: DomainType;
  readonly boot: Boot;
  readonly firmware: Firmware;
  /** Empty for no drive; so is the ramdisk. */
  readonly iso: string;
  readonly kernel: string;
  readonly ramdisk: string;
  readonly cmdline: string;
  readonly name: string;
  /** In MiB. */
  readonly memory: number;
  readonly vcpus: number;
  readonly disks: readonly string[];
  readonly bridges: readonly string[];
  /** In the order of the bridges. */
  readonly macs: readonly string[];
  readonly backend: string;
  readonly graphics: Display;
}

/** How domains of each kind can start, the usual way first. */
const WAYS: Readonly<Record<DomainType, readonly Boot[]>> = {
  hvm: ['iso', 'disk', 'kernel'],
  pvh: ['kernel', 'grub', 'pygrub'],
  pv: ['kernel', 'grub', 'pygrub'],
};

export function waysToBoot({ arch, type, preset }: Pick<Plan, 'arch' | 'type' | 'preset'>): readonly Boot[] {
  if (arch === 'arm') return ['kernel'];
  return preset === 'windows' ? WAYS[type].filter((way) => way !== 'kernel') : WAYS[type];
}

/** What can show the screen, the usual one first. */
export function displaysOf({ arch, type }: Pick<Plan, 'arch' | 'type'>): readonly Display[] {
  if (arch === 'arm' || type === 'pvh') return ['none'];
  return type === 'hvm' ? ['vnc', 'spice', 'none'] : ['none', 'vnc'];
}

/** The kinds of domain that a release can run. */
export function typesOf({ xen, arch }: Pick<Plan, 'xen' | 'arch'>): readonly DomainType[] {
  if (arch === 'arm') return ['pvh'];
  return isSince(xen, '4.10') ? ['pvh', 'hvm', 'pv'] : ['hvm', 'pv'];
}

/** Where Debian's package grub-xen-host puts the images of GRUB that run inside of a domain. */
const GRUB_IMAGES: Readonly<Record<'pv' | 'pvh', string>> = {
  pv: '/usr/lib/grub-xen/grub-x86_64-xen.bin',
  pvh: '/usr/lib/grub-xen/grub-i386-xen_pvh.bin',
};

/** @param wanted what is said outside of the answers, such as in a project file */
export function makePlan(answers: Answers, wanted: WantedTarget): Plan {
  const kind = planKind(answers, wanted);
  const { preset, boot } = kind;
  const name = answers.name ?? preset;
  return {
    ...kind,
    ...planBootFiles(answers, kind),
    iso: answers.iso ?? (boot === 'iso' ? USUAL[preset].iso : ''),
    name,
    memory: readMemory(answers.memory ?? '') ?? USUAL[preset].memory,
    vcpus: readCount(answers.vcpus ?? '') ?? 2,
    disks: answers.disk === undefined ? [`/dev/vg/${name}`] : splitList(answers.disk),
    ...planNetwork(answers),
    graphics: pick(DISPLAYS, answers.graphics) ?? displaysOf(kind)[0] ?? 'none',
  };
}

const USUAL: Readonly<Record<Preset, Pick<Plan, 'iso' | 'memory'>>> = {
  linux: { iso: '/srv/iso/install.iso', memory: 2048 },
  windows: { iso: '/srv/iso/windows.iso', memory: 4096 },
};

type Kind = Pick<Plan, 'xen' | 'arch' | 'preset' | 'type' | 'boot' | 'firmware'>;

function planKind(answers: Answers, wanted: WantedTarget): Kind {
  const xen = parseXenVersion(answers.xen ?? '') ?? wanted.xen;
  const arch = pick(ARCHITECTURES, answers.arch) ?? wanted.arch ?? DEFAULT_TARGET.arch;
  const preset = pick(PRESETS, answers.preset) ?? 'linux';
  const type = pick(DOMAIN_TYPES, answers.type) ?? followingType(answers, { xen, arch, preset });
  const boot = pick(BOOTS, answers.boot) ?? followingBoot(answers, waysToBoot({ arch, type, preset }));
  return { xen, arch, preset, type, boot, firmware: pick(FIRMWARES, answers.firmware) ?? 'bios' };
}

function planNetwork({ bridge = 'xenbr0', mac = '', backend = '' }: Answers): Pick<Plan, 'bridges' | 'macs' | 'backend'> {
  return { bridges: bridge === NO_NETWORK ? [] : splitList(bridge), macs: splitList(mac), backend };
}

function followingType(answers: Answers, { xen, arch, preset }: Pick<Plan, 'xen' | 'arch' | 'preset'>): DomainType {
  if (arch === 'arm') return 'pvh';
  const bootsMachine = answers.boot === 'iso' || answers.boot === 'disk' || answers.firmware !== undefined;
  const isInstaller = answers.iso !== undefined && answers.boot === undefined && answers.kernel === undefined;
  if (preset === 'windows' || bootsMachine || isInstaller) return 'hvm';
  return isSince(xen, '4.10') ? 'pvh' : 'pv';
}

function followingBoot(answers: Answers, ways: readonly Boot[]): Boot {
  if (answers.kernel !== undefined && ways.includes('kernel')) return 'kernel';
  return ways[0] ?? 'disk';
}

function planBootFiles(answers: Answers, { arch, type, boot }: Kind): Pick<Plan, 'kernel' | 'ramdisk' | 'cmdline'> {
  if (boot === 'grub' && type !== 'hvm') return { kernel: answers.kernel ?? GRUB_IMAGES[type], ramdisk: '', cmdline: '' };
  if (boot !== 'kernel') return { kernel: '', ramdisk: '', cmdline: '' };
  const kernel = answers.kernel ?? (arch === 'arm' ? '/boot/Image' : '/boot/vmlinuz');
  const ramdisk = answers.ramdisk ?? ramdiskOf(kernel);
  return {
    kernel,
    ramdisk: ramdisk === NO_RAMDISK ? '' : ramdisk,
    cmdline: answers.cmdline ?? `console=${type === 'hvm' ? 'ttyS0' : 'hvc0'} root=/dev/xvda1 ro`,
  };
}

/** The ramdisk that distributions put beside a kernel of such a name; none for names that speak of none. */
function ramdiskOf(kernel: string): string {
  const [, folder = '', version = ''] = /^(.*\/)vmlinuz([^/]*)$/.exec(kernel) ?? [];
  return folder === '' ? NO_RAMDISK : `${folder}initrd.img${version}`;
}

/** How many MiB a text stands for: a number of them, or one with a unit. */
export function readMemory(text: string): number | undefined {
  const [, digits = '', unit = 'm'] = /^(\d{1,9}) ?(?:([mgt])(?:i?b)?)?$/i.exec(text) ?? [];
  const factor = { m: 1, g: 1024, t: 1024 * 1024 }[unit.toLowerCase()] ?? 1;
  const size = Number(digits) * factor;
  return size > 0 ? size : undefined;
}

/** A number of at least one. */
export function readCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

function pick<Choice extends string>(choices: readonly Choice[], text: string | undefined): Choice | undefined {
  return choices.find((choice) => choice === text);
}
