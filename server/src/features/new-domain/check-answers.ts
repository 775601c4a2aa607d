/** What is wrong with answers by themselves; what the config that follows from them says of them comes later. */
import { DOMAIN_TYPES, type DomainType, parseArchitecture } from '../../schema/target';
import { isSince, parseXenVersion } from '../../schema/xen-version';
import { formatInPath } from '../../specs/disk/disk';
import { takesFormat } from '../../specs/disk/disk-keys';
import { message, type Message } from '../../text/message';
import {
  type Answers,
  type Boot,
  BOOTS,
  DISPLAYS,
  FIRMWARES,
  NO_RAMDISK,
  PRESETS,
  QUESTION_NAMES,
  type QuestionName,
  splitList,
} from './answers';
import { displaysOf, type Plan, readCount, readMemory, waysToBoot } from './plan';

/** Why an answer will not do. */
export interface Complaint {
  readonly question: QuestionName;
  readonly reason: Message;
}

/** More disks than anybody has; their names end in one letter. */
const MAX_DISKS = 24;
/** Longer than any path or command line that a kernel takes. */
const MAX_LENGTH = 4096;

/** Logs, shells and QEMU are given the name too, and split it at other characters. */
const NAME = /^[A-Za-z0-9][\w.+-]*$/;
const MAX_NAME = 64;

/** Answers that cannot be read. */
export function checkForms(answers: Answers): readonly Complaint[] {
  return QUESTION_NAMES.flatMap((question) => {
    const text = answers[question];
    return text === undefined ? [] : blame(question, checkText(text) ?? FORMS[question]?.(text));
  });
}

function checkText(text: string): Message | undefined {
  if (text.length > MAX_LENGTH) return message('This is too long');
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text) ? message('A config cannot hold this character') : undefined;
}

const FORMS: Readonly<Partial<Record<QuestionName, (text: string) => Message | undefined>>> = {
  xen: (text) => (parseXenVersion(text) === undefined ? message('Write 4.6 or later, or unstable') : undefined),
  arch: (text) => (parseArchitecture(text) === undefined ? message('Write {choices}', { choices: 'x86, arm' }) : undefined),
  preset: oneOf(PRESETS),
  type: oneOf(DOMAIN_TYPES),
  boot: oneOf(BOOTS),
  firmware: oneOf(FIRMWARES),
  graphics: oneOf(DISPLAYS),
  iso: checkPath,
  kernel: checkPath,
  ramdisk: (text) => (text === NO_RAMDISK ? undefined : checkPath(text)),
  name: checkName,
  memory: (text) => (readMemory(text) === undefined ? message('Write a number of MiB, or one with a unit such as 4G') : undefined),
  vcpus: (text) => (readCount(text) === undefined ? message('Write a whole number, 1 or more') : undefined),
  disk: checkDisks,
  bridge: checkBridges,
  mac: checkAddresses,
  backend: (text) => (NAME.test(text) ? undefined : message('Write the name or the number of one domain')),
};

function oneOf(choices: readonly string[]): (text: string) => Message | undefined {
  return (text) => (choices.includes(text) ? undefined : message('Write {choices}', { choices: choices.join(', ') }));
}

function checkPath(path: string): Message | undefined {
  return path.startsWith('/') ? undefined : message('Write an absolute path');
}

function checkName(name: string): Message | undefined {
  if (name.length > MAX_NAME) return message('Write at most {limit} characters', { limit: String(MAX_NAME) });
  if (!NAME.test(name)) return message('Use letters, digits and . _ + -, with a letter or a digit first: logs and QEMU get the name too');
  return /^\d+$/.test(name) ? message('xl takes a name of digits for the number of a domain') : undefined;
}

function checkDisks(text: string): Message | undefined {
  const paths = splitList(text);
  if (paths.length === 0) return message('Write the path of a volume or an image');
  if (paths.length > MAX_DISKS) return message('Write at most {limit} disks', { limit: String(MAX_DISKS) });
  if (new Set(paths).size < paths.length) return message('The same disk is given twice');
  return paths.map(checkPath).find((complaint) => complaint !== undefined);
}

/** What Linux takes for the name of an interface. */
const INTERFACE = /^[^\s/:]{1,15}$/;

function checkBridges(text: string): Message | undefined {
  const names = splitList(text);
  if (names.length === 0) return message('Write the name of a bridge, or none');
  const wrong = names.find((name) => !INTERFACE.test(name));
  return wrong === undefined
    ? undefined
    : message('{text} cannot be the name of a bridge: use at most 15 characters, without spaces, / and :', { text: wrong });
}

const MAC = /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i;
/** The lowest bit of the first byte is set. */
const GROUP_ADDRESS = /^.[13579bdf]/i;

function checkAddresses(text: string): Message | undefined {
  const macs = splitList(text);
  if (macs.length === 0 || !macs.every((mac) => MAC.test(mac))) return message('Write six bytes, such as 00:16:3e:12:34:56');
  return macs.some((mac) => GROUP_ADDRESS.test(mac))
    ? message('The first byte must be even: an odd one makes a multicast address')
    : undefined;
}

/** Answers that do not go together, or not with the release. */
export function checkTogether(answers: Answers, plan: Plan): readonly Complaint[] {
  return QUESTION_NAMES.flatMap((question) => {
    const isSaid = answers[question] !== undefined;
    return blame(question, (isSaid ? SAID[question]?.(plan) : undefined) ?? PLANNED[question]?.(plan));
  });
}

type Check = (plan: Plan) => Message | undefined;

/** What is wrong with a plan, by the question whose answer is to change. */
const PLANNED: Readonly<Partial<Record<QuestionName, Check>>> = {
  preset: ({ arch, preset }) => (arch === 'arm' && preset === 'windows' ? message('Windows does not run as a domain on Arm') : undefined),
  type: checkType,
  boot: checkBoot,
  disk: (plan) => plan.disks.map((path) => checkFormat(path, plan)).find((reason) => reason !== undefined),
  graphics: checkDisplay,
};

/** What was said for nothing. */
const SAID: Readonly<Partial<Record<QuestionName, Check>>> = {
  firmware: checkFirmware,
  kernel: ({ boot }) => (boot === 'grub' ? undefined : checkDirectBoot(boot)),
  ramdisk: ({ boot }) => checkDirectBoot(boot),
  cmdline: ({ boot }) => checkDirectBoot(boot),
  mac: (plan) => checkNetwork(plan) ?? checkMacs(plan),
  backend: checkNetwork,
};

function checkDirectBoot(boot: Boot): Message | undefined {
  return boot === 'kernel' ? undefined : message('This needs a domain that boots a kernel on the host');
}

function blame(question: QuestionName, reason: Message | undefined): readonly Complaint[] {
  return reason === undefined ? [] : [{ question, reason }];
}

const TYPE_NAMES: Readonly<Record<DomainType, string>> = { pv: 'PV', pvh: 'PVH', hvm: 'HVM' };

function checkType({ type, arch, xen, preset }: Plan): Message | undefined {
  if (arch === 'arm') return type === 'pvh' ? undefined : message('On Arm the only type is pvh');
  if (preset === 'windows' && type !== 'hvm') return message('Windows needs an HVM domain');
  return type === 'pvh' && !isSince(xen, '4.10') ? message('PVH domains came with Xen 4.10') : undefined;
}

function checkBoot(plan: Plan): Message | undefined {
  const ways = waysToBoot(plan);
  if (ways.includes(plan.boot)) return undefined;
  if (plan.arch === 'arm') return message('Domains on Arm boot a kernel on the host');
  const choices = ways.join(', ');
  if (plan.preset === 'windows') return message('Windows boots from {choices}', { choices });
  return message('{type} domains boot from {choices}', { type: TYPE_NAMES[plan.type], choices });
}

function checkFirmware({ type, boot, firmware }: Plan): Message | undefined {
  if (type !== 'hvm') return message('Only HVM domains have firmware');
  return boot === 'kernel' && firmware === 'uefi' ? message('UEFI firmware cannot start a kernel on the host') : undefined;
}

function checkNetwork({ bridges }: Plan): Message | undefined {
  return bridges.length === 0 ? message('The domain has no network card') : undefined;
}

function checkMacs({ macs, bridges }: Plan): Message | undefined {
  if (macs.length > bridges.length) return message('There are more addresses than network cards');
  return new Set(macs).size < macs.length ? message('Two network cards cannot have the same address') : undefined;
}

function checkDisplay(plan: Plan): Message | undefined {
  const displays = displaysOf(plan);
  if (displays.includes(plan.graphics)) return undefined;
  return message('This domain supports only {choices}', { choices: displays.join(', ') });
}

function checkFormat(path: string, plan: Plan): Message | undefined {
  const format = formatInPath(path);
  if (format === undefined || takesFormat(format, plan)) return undefined;
  return message('xl of this release does not take {format} images. Convert it, for example with qemu-img convert -O qcow2', { format });
}
