/** What a person can say of a domain that is to be made, all of it as text. */
import { message, type Message } from '../../text/message';

/** In the order in which they depend on each other. */
export const QUESTION_NAMES = [
  'xen',
  'arch',
  'preset',
  'type',
  'boot',
  'firmware',
  'iso',
  'kernel',
  'ramdisk',
  'cmdline',
  'name',
  'memory',
  'vcpus',
  'disk',
  'bridge',
  'mac',
  'backend',
  'graphics',
] as const;

export type QuestionName = (typeof QUESTION_NAMES)[number];

/** By question; what is left out or empty follows from the rest. Lists have commas between. */
export type Answers = Readonly<Partial<Record<QuestionName, string>>>;

export const PRESETS = ['linux', 'windows'] as const;
export type Preset = (typeof PRESETS)[number];

export const BOOTS = ['iso', 'disk', 'kernel', 'grub', 'pygrub'] as const;
export type Boot = (typeof BOOTS)[number];

export const FIRMWARES = ['bios', 'uefi'] as const;
export type Firmware = (typeof FIRMWARES)[number];

export const DISPLAYS = ['vnc', 'spice', 'none'] as const;
export type Display = (typeof DISPLAYS)[number];

/** The answer to the question about bridges that stands for no network. */
export const NO_NETWORK = 'none';
/** The answer to the question about the ramdisk that stands for none. */
export const NO_RAMDISK = 'none';

/** A question as a command line asks it. */
export interface AnswerFlag {
  readonly name: Exclude<QuestionName, 'xen' | 'arch'>;
  /** What stands for the answer. */
  readonly placeholder: string;
  readonly summary: Message;
  readonly choices?: readonly string[];
  /** It can be given several times. */
  readonly isList?: true;
}

export const ANSWER_FLAGS: readonly AnswerFlag[] = [
  { name: 'preset', placeholder: 'system', summary: message('operating system of the guest'), choices: PRESETS },
  { name: 'type', placeholder: 'type', summary: message('kind of domain'), choices: ['pv', 'pvh', 'hvm'] },
  { name: 'name', placeholder: 'name', summary: message('name of the domain; by default that of the file') },
  { name: 'memory', placeholder: 'size', summary: message('memory in MiB, or with a unit such as 4G') },
  { name: 'vcpus', placeholder: 'number', summary: message('number of virtual CPUs') },
  {
    name: 'disk',
    placeholder: 'path',
    summary: message('volume or image of a disk, whose name tells the format; can be repeated'),
    isList: true,
  },
  { name: 'boot', placeholder: 'way', summary: message('what the domain boots'), choices: BOOTS },
  { name: 'firmware', placeholder: 'firmware', summary: message('firmware of an HVM domain'), choices: FIRMWARES },
  { name: 'iso', placeholder: 'path', summary: message('image of a CD, such as that of an installer') },
  { name: 'kernel', placeholder: 'path', summary: message('kernel image on the host, or the image of GRUB with --boot grub') },
  { name: 'ramdisk', placeholder: 'path', summary: message('initial ramdisk on the host, or none') },
  { name: 'cmdline', placeholder: 'text', summary: message('command line of the kernel') },
  { name: 'bridge', placeholder: 'name', summary: message('bridge of a network card, or none; can be repeated'), isList: true },
  { name: 'mac', placeholder: 'address', summary: message('address of a network card, in the order of the bridges'), isList: true },
  { name: 'backend', placeholder: 'domain', summary: message('driver domain that has the bridge') },
  { name: 'graphics', placeholder: 'display', summary: message('how to show the screen'), choices: DISPLAYS },
];

/** The parts of an answer that is a list. */
export function splitList(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Answers without the blanks around them, and without those that are empty. */
export function trimAnswers(answers: Answers): Answers {
  const said = Object.entries(answers).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()] as const]));
  return Object.fromEntries(said);
}
