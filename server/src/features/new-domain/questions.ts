/** What is worth asking somebody who makes a domain, with what there is to choose from. */
import type { ImageReport } from '../../kernel/inspect';
import type { Say } from '../../messages/say';
import type { DomainType, WantedTarget } from '../../schema/target';
import { OFFERED_VERSIONS } from '../../schema/xen-version';
import { message, type Message } from '../../text/message';
import { judgeImage, type ShownVerdict } from '../image-report';
import { type Answers, type Boot, type Display, NO_NETWORK, type QuestionName } from './answers';
import { checkForms } from './check-answers';
import { displaysOf, type Plan, typesOf, waysToBoot } from './plan';

/** Things of the machine and the workspace that answers can name. */
export interface KnownThings {
  readonly bridges: readonly string[];
  readonly driverDomains: readonly string[];
  /** Under the names that configs give them. */
  readonly images: readonly { readonly path: string; readonly report: ImageReport }[];
  /** Nobody said for which release the config is. */
  readonly isReleaseOpen: boolean;
}

export const NOTHING_KNOWN: KnownThings = { bridges: [], driverDomains: [], images: [], isReleaseOpen: false };

export interface AnswerChoice {
  readonly label: string;
  readonly description: string;
  /** The answers that it stands for. */
  readonly answers: Answers;
}

export interface AskedQuestion {
  readonly name: QuestionName;
  readonly title: string;
  /** What can be written. */
  readonly prompt: string;
  /** What holds where nobody says anything else. */
  readonly value: string;
  /** None where a text is asked for. */
  readonly choices: readonly AnswerChoice[];
  /** A text can be written in place of a choice. */
  readonly isOpen: boolean;
}

export interface QuestionContext {
  readonly plan: Plan;
  readonly wanted: WantedTarget;
  readonly known: KnownThings;
  readonly say: Say;
}

/** The questions for a domain as far as it is known, each whether it is answered or not. */
export function askQuestions(context: QuestionContext): readonly AskedQuestion[] {
  return [...askAboutKind(context), ...askAboutBoot(context), ...askAboutRest(context)].filter(
    // One choice is none.
    ({ choices, isOpen }) => isOpen || choices.length !== 1,
  );
}

function ask(
  name: QuestionName,
  { say }: QuestionContext,
  [title, prompt]: readonly [Message, Message?],
  rest: Partial<Pick<AskedQuestion, 'value' | 'choices' | 'isOpen'>>,
): AskedQuestion {
  return { name, title: say(title), prompt: prompt === undefined ? '' : say(prompt), value: '', choices: [], isOpen: false, ...rest };
}

function askAboutKind(context: QuestionContext): readonly AskedQuestion[] {
  const { known, plan, wanted, say } = context;
  const releases = OFFERED_VERSIONS.map((xen) => ({ label: xen, description: '', answers: { xen } }));
  const kinds = KINDS.filter(({ answers }) =>
    answers.arch === 'arm'
      ? wanted.arch !== 'x86'
      : wanted.arch !== 'arm' && typesOf({ xen: plan.xen, arch: 'x86' }).includes(answers.type),
  );
  return [
    ...(known.isReleaseOpen ? [ask('xen', context, [message('Xen release of the host')], { choices: releases })] : []),
    ask('type', context, [message('Kind of domain')], {
      choices: kinds.map(({ label, description, answers }) => ({ label: say(label), description: say(description), answers })),
    }),
  ];
}

interface Kind {
  readonly label: Message;
  readonly description: Message;
  readonly answers: Answers & { readonly type: DomainType };
}

const KINDS: readonly Kind[] = [
  {
    label: message('Linux, PVH'),
    description: message('small and fast; needs a kernel with a PVH entry point'),
    answers: { preset: 'linux', type: 'pvh' },
  },
  {
    label: message('Linux or BSD, HVM'),
    description: message('a complete PC, which boots installer CDs'),
    answers: { preset: 'linux', type: 'hvm' },
  },
  { label: message('Windows, HVM'), description: message('a complete PC that suits Windows'), answers: { preset: 'windows', type: 'hvm' } },
  {
    label: message('Linux, PV'),
    description: message('for hosts without hardware virtualisation, and for old kernels'),
    answers: { preset: 'linux', type: 'pv' },
  },
  {
    label: message('Linux on Arm'),
    description: message('the only kind on Arm'),
    answers: { preset: 'linux', type: 'pvh', arch: 'arm' },
  },
];

function askAboutBoot(context: QuestionContext): readonly AskedQuestion[] {
  const { plan, say } = context;
  const { boot, kernel, ramdisk, iso } = plan;
  const ways = waysToBoot(plan).flatMap((way) =>
    (FIRMWARE_WAYS[way] ?? [{}]).map((firmware) => ({
      label: say(firmware.firmware === 'uefi' ? message('{way}, UEFI', { way: WAYS[way].label }) : WAYS[way].label),
      description: say(WAYS[way].description),
      answers: { boot: way, ...firmware },
    })),
  );
  const images = listImages(context);
  return [
    ask('boot', context, [message('What it boots')], { choices: ways }),
    ...(boot === 'iso' ? [ask('iso', context, [message('Image of the CD'), message('Path on the host')], { value: iso })] : []),
    ...(boot === 'kernel'
      ? [
          ask('kernel', context, [message('Kernel image'), message('Path on the host')], {
            value: kernel,
            choices: images,
            isOpen: images.length > 0,
          }),
          ask('ramdisk', context, [message('Initial ramdisk'), message('Path on the host, or none')], {
            value: ramdisk === '' ? 'none' : ramdisk,
          }),
        ]
      : []),
  ];
}

const WAYS: Readonly<Record<Boot, { readonly label: Message; readonly description: Message }>> = {
  iso: { label: message('Installer CD'), description: message('and then the disk, once a system is installed') },
  disk: { label: message('Disk'), description: message('with an installed system') },
  kernel: { label: message('Kernel on the host'), description: message('with a ramdisk and a command line') },
  grub: {
    label: message('GRUB in the domain'),
    description: message("starts the kernel on the guest's disk; needs GRUB for Xen on the host"),
  },
  pygrub: { label: message('pygrub'), description: message("takes the kernel from the guest's disk, on the host") },
};

const FIRMWARE_WAYS: Readonly<Partial<Record<Boot, readonly Answers[]>>> = {
  iso: [{ firmware: 'bios' }, { firmware: 'uefi' }],
  disk: [{ firmware: 'bios' }, { firmware: 'uefi' }],
};

/**
 * The kernels with what the builder says of each for a domain of the planned kind; those that it boots come first, and where none
 * does, the path that nobody has looked at.
 */
function listImages({ known, plan, say }: QuestionContext): readonly AnswerChoice[] {
  const { type, arch, xen, kernel } = plan;
  const judged = known.images.map(({ path, report }) => {
    const verdicts = judgeImage(report, { xen, arch }, say);
    // QEMU starts the kernel of an HVM domain.
    const verdict = type === 'hvm' ? undefined : verdicts[arch === 'arm' ? 'arm' : type];
    const description = verdict === undefined ? verdicts.description : say(describeVerdict(verdict, verdicts.description));
    return {
      rank: verdict?.boots === false ? 2 : verdict?.boots === null ? 1 : 0,
      choice: { label: path, description, answers: { kernel: path } },
    };
  });
  const usual = { label: kernel, description: say(message('the usual path')), answers: { kernel } };
  const isUsualBest = judged.length > 0 && judged.every(({ rank, choice }) => rank === 2 && choice.label !== kernel);
  return [...(isUsualBest ? [usual] : []), ...judged.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice)];
}

function describeVerdict({ boots, reason }: ShownVerdict, description: string): Message {
  if (boots === true) return message('boots: {description}', { description });
  if (boots === null) return message('unclear: {description}', { description });
  return message('does not boot: {reason}', { reason: reason ?? description });
}

function askAboutRest(context: QuestionContext): readonly AskedQuestion[] {
  const { plan, say } = context;
  const displays = displaysOf(plan).map((graphics) => ({ ...sayBoth(DISPLAYS[graphics], say), answers: { graphics } }));
  return [
    ask('name', context, [message('Name of the domain')], { value: plan.name }),
    ask('memory', context, [message('Memory'), message('In MiB, or with a unit such as 4G')], { value: String(plan.memory) }),
    ask('vcpus', context, [message('Virtual CPUs')], { value: String(plan.vcpus) }),
    ask('disk', context, [message('Disks'), message('Paths of volumes or images on the host, separated by commas')], {
      value: plan.disks.join(', '),
    }),
    // The disks decide what is right here.
    ...(plan.boot === 'kernel'
      ? [
          ask('cmdline', context, [message('Command line of the kernel'), message('root= names a disk as the guest sees it')], {
            value: plan.cmdline,
          }),
        ]
      : []),
    ask('bridge', context, [message('Network'), message('Bridges of the network cards, separated by commas')], {
      value: plan.bridges.join(', '),
      choices: listNetworks(context),
      isOpen: true,
    }),
    ask('graphics', context, [message('Screen')], { choices: displays }),
  ];
}

const DISPLAYS: Readonly<Record<Display, { readonly label: Message; readonly description: Message }>> = {
  vnc: { label: message('VNC'), description: message('for viewers on the host') },
  spice: { label: message('SPICE'), description: message('for viewers on the host') },
  none: { label: message('None'), description: message('only text, with xl console') },
};

function sayBoth(
  { label, description }: { readonly label: Message; readonly description: Message },
  say: Say,
): Omit<AnswerChoice, 'answers'> {
  return { label: say(label), description: say(description) };
}

const DEFAULT_BRIDGE = 'xenbr0';
/** So many names that other configs use are offered. */
const MAX_KNOWN = 12;

function listNetworks({ known, say }: QuestionContext): readonly AnswerChoice[] {
  const taken = known.bridges.filter((bridge) => checkForms({ bridge }).length === 0).slice(0, MAX_KNOWN);
  const bridges = taken.length === 0 ? [DEFAULT_BRIDGE] : taken;
  const used = taken.length === 0 ? '' : say(message('used by another config'));
  const driverDomains = known.driverDomains.filter((backend) => checkForms({ backend }).length === 0).slice(0, MAX_KNOWN);
  return [
    ...bridges.map((bridge) => ({ label: bridge, description: used, answers: { bridge } })),
    ...driverDomains.flatMap((backend) =>
      bridges.map((bridge) => ({
        label: say(message('{bridge} of {backend}', { bridge, backend })),
        description: say(message('a driver domain')),
        answers: { bridge, backend },
      })),
    ),
    { label: say(message('No network')), description: '', answers: { bridge: NO_NETWORK } },
  ];
}
