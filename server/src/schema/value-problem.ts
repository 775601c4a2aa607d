/** What can be wrong with a value. */
import type { PlainKeyOf, WordingOf } from '../text/message';
import type { TextRange } from '../text/text-range';

/** What xl does with a value of the wrong kind: drop it with a warning, drop it without a word, or stop. */
export type Mismatch = 'warned' | 'silent' | 'refused';

/** When a domain fails: xl refuses the file, libxl refuses the domain, the guest does not start, it cannot move. */
export type Stage = 'parse' | 'create' | 'boot' | 'migrate';

/**
 * Everything that can be wrong with a value: for each code, which has the rule of the same name, the sentences that
 * say it. Words in braces are filled in by the code that finds the problem; `{name}` is the option.
 */
export const VALUE_PROBLEMS = {
  'add-assign-number': {
    dropped: '`+=` cannot build numbers: xl ignores `{name}`',
  },
  'deprecated-device-form': {
    disk: 'This is the old form of a disk string',
    renamed: '`{key}` is the old name of `{replacement}`',
    ignored: 'xl does nothing with `{key}`',
  },
  'deprecated-value-form': {
    number: '`{text}` is the old way to write `"{name}"`',
  },
  'empty-device-field': {
    blank: 'xl prints a line about this empty field',
  },
  'ignored-device-key': {
    unknown: 'xl does not know `{key}` for {what}: it prints a line and goes on without',
    misspelt: 'xl does not know `{key}` for {what} and goes on without; did you mean `{replacement}`?',
    tooNew: 'xl knows `{key}` for {what} only since Xen {since}, and goes on without',
    unknownSilently: 'xl does not know `{key}` for {what} and ignores it without a word',
    misspeltSilently: 'xl does not know `{key}` for {what} and ignores it without a word; did you mean `{replacement}`?',
    tooNewSilently: 'xl knows `{key}` for {what} only since Xen {since}, and ignores it without a word',
  },
  'lost-device-fields': {
    noEquals: 'xl drops `{text}` and all that follows without a word, because there is no `=`',
  },
  'malformed-device': {
    diskSyntax: 'xl cannot read the disk string from here on',
    prefix: '`{text}` is no prefix of a disk target that xl knows',
    repeated: '`{key}` is given twice',
    tooMany: 'There are too many values without a name: only target, format, vdev and access can stand alone',
    oldType: '`{text}` is no device type; it can be `cdrom` or `disk`',
    noEquals: '`{text}` has to be followed by `=` and a value',
    emptyValue: 'A value is missing in `{text}`',
    crash: 'xl crashes over this string',
    virtioCrash: 'xl crashes when nothing follows this type',
    multiTouch: 'A touch screen needs a width, a height or a number of contacts',
    soundKind: 'A sound string begins with `card`, `pcm` or `stream`',
    notNested: 'Each item of this list has to be a list itself',
    pciAddress: 'xl needs the address of the device here, such as `01:00.0`',
    pciStray: '`{text}` cannot stand behind the address of a device',
    pciTwice: 'A device has either an address or a name',
    cpuNotAll: '`^` and `all` cannot be combined',
    cpuRange: '`{text}` is no CPU and no range of CPUs',
    cpuEmpty: 'No CPU is left to run on',
    port: '`{text}` is no range of hexadecimal ports',
    portTooBig: 'A port in `{text}` is too large',
    irq: '`{text}` is no decimal interrupt number',
    irqTooBig: 'The interrupt number is too large for libxl',
    iomem: '`{text}` is not `START,COUNT` or `START,COUNT@GFN` in hexadecimal',
    color: '`{text}` is no colour and no range of colours',
    quota: '`{text}` is not a name, `=` and a number up to 4294967295',
  },
  'misread-device-value': {
    zero: '`{text}` is no number, so xl takes `{key}` for 0 without a word',
    cutOff: 'xl cuts `{text}` off to {stored} without a word',
    notInList: '`{text}` is no value of `{key}` ({expected}): xl prints a line and leaves it unset',
    macBroken: 'xl cannot read all of this address and makes it {stored}',
    macSloppy: 'xl reads this address as {stored}',
    missingComma: 'A comma is missing before `{key}`, so xl takes it for a part of the value',
    macReadsOn: 'The address before is too short, so xl reads on into this field',
    swallowed: 'xl takes `{text}` for a part of `{key}`',
    inherited: 'xl takes `{key}` over from the item before, because it is missing here',
    vcpuRange: '`{text}` is no list of vCPUs, and xl does not say what it makes of it',
    cpuidFirst: 'xl ignores the whole option, because its first word is not `host`',
    cpuidRegisters: 'xl cannot read `{text}`, prints a line and ignores the rest of it',
    cpuidNoEquals: 'xl ignores `{text}`, because there is no `=`',
    cpuidValue: '`{text}` is no value of a CPU feature (0, 1, x, k or s): xl ignores it',
    connector: 'xl finds no resolution in `{text}` and reads no connectors from here on, without a word',
    readOnlyCd: 'xl makes every CD read-only, without a word about `{text}`',
    cpuExtra: 'There are only {limit} vCPUs, so xl does not even read this item',
    trailing: 'xl ignores `{text}`',
    reversed: 'The last port is below the first, and xl does not check that',
    rdmOrder: 'xl understands only `strategy=host,policy=strict` or `relaxed`, in this order, and ignores `{text}`',
    rdmDropped: 'This xl ignores the whole option without a word when its policy is right',
    rdmUnknown: 'xl cannot read `{text}` and ignores the option',
  },
  'missing-device-key': {
    missing: '`{key}` is missing: {what} cannot be without',
    missingAtCreate: '`{key}` is missing: libxl cannot make {what} without',
  },
  'nested-list-item': {
    drops: 'xl drops this list and all items behind it without a word ({dropped} in all)',
  },
  'number-cut-off': {
    cutOff: 'xl cuts {value} off to {stored} without a word',
  },
  'octal-number': {
    octal: 'xl reads `{text}` as octal, which is {value}',
  },
  'prefix-match': {
    prefix: 'xl takes `"{text}"` for `"{meaning}"`, because it compares only as far as the text goes',
  },
  'refused-device-value': {
    notInList: '`{text}` is no value of `{key}`; it can be {expected}',
    form: '`{text}` is not {form}',
    emptyDisk: 'Only a CD drive can be empty',
    filledEmptyDisk: 'A disk of the format `empty` cannot have a target',
    backendFormat: 'The backend `{text}` cannot serve the format `{format}`',
    virtioBackend: '`specification=virtio` and `backendtype=standalone` only go together',
    ioemu: 'A {type} domain cannot have an emulated card',
    portAlone: 'A port can only be chosen together with a controller',
    usbVersion: 'A controller of the kind {kind} has the version {versions}, not {text}',
    usbPorts: 'A controller of the kind {kind} and version {version} has {wanted} ports',
    script: 'The backend `{text}` cannot run a hotplug script',
    colo: 'Only `qdisk` can replicate a disk with COLO, not `{text}`',
    cdromBackend: 'A CD drive of an HVM domain needs {wanted}, not `{text}`',
    limits: 'Only `xen_9pfsd` has `{key}`',
    multifunction: 'All functions of a device need a slot in the guest, such as `@5`',
    tooManyOem: 'There can be 99 `oem` strings',
    virtioType: 'On Arm, a virtio device over MMIO has a type such as `virtio,device22`',
    displayTwice: 'The VNC display is also given in `vnclisten`',
  },
  'refused-nested-list': {
    refused: 'An item of `{name}` cannot be a list: xl refuses the file',
    crashes: 'An item of `{name}` cannot be a list: xl crashes',
  },
  'refused-value-type': {
    listForAtom: '`{name}` takes a single value, not a list: xl refuses the file',
    atomForList: '`{name}` takes a list: xl refuses the file',
    notANumber: '`{name}` takes a number and `{text}` is none: xl stops without a message',
    numberTooLong: '`{text}` does not fit in 64 bits: xl stops without a message',
    appendedNumber: '`{name}` is a number, which `+=` cannot build: xl stops without a message',
    wrongForm: '`{text}` is not {form}: xl refuses the file',
  },
  'refused-value': {
    notInList: '`{text}` is no value of `{name}`; it can be {expected}',
    removed: '`{text}` is no longer a value of `{name}` since Xen {removed}; it can be {expected}',
  },
  'unknown-device-key': {
    unknown: '`{key}` is no key of {what}: xl refuses the file',
    misspelt: '`{key}` is no key of {what}; did you mean `{replacement}`? xl refuses the file',
    tooNew: '`{key}` is a key of {what} only since Xen {since}: xl refuses the file',
  },
  'unusual-value': {
    outsideDocumented: '{value} is outside what `{name}` is documented for ({range}); the host may refuse it',
  },
  'value-out-of-range': {
    parse: '{value} is out of range for `{name}` ({range}): xl refuses the file',
    create: '{value} is out of range for `{name}` ({range}): the domain cannot be created',
    boot: '{value} is out of range for `{name}` ({range}): the domain cannot start',
  },
  'value-too-new': {
    tooNew: '`{text}` is a value of `{name}` only since Xen {since}',
  },
  'wrong-value-type': {
    listForAtom: '`{name}` takes a single value, not a list: {effect}',
    atomForList: '`{name}` takes a list: {effect}',
    notANumber: '`{name}` takes a number and `{text}` is none: {effect}',
    numberTooLong: '`{text}` does not fit in 64 bits: {effect}',
    appendedNumber: '`{name}` is a number, which `+=` cannot build: {effect}',
  },
} as const;

export type ValueProblemCode = keyof typeof VALUE_PROBLEMS;

/** One sentence of a code with the words to put into it. */
export type Wording<Code extends ValueProblemCode> = WordingOf<(typeof VALUE_PROBLEMS)[Code], 'name'>;

/** The sentences of a code that need no words but the `Known` ones. */
export type PlainKey<Code extends ValueProblemCode, Known extends string> = PlainKeyOf<(typeof VALUE_PROBLEMS)[Code], Known | 'name'>;

/** A problem of one code. */
export type ProblemOf<Code extends ValueProblemCode> = Wording<Code> & {
  readonly code: Code;
  readonly range: TextRange;
  readonly stage?: Stage;
  /** What the value could be replaced by, ready to insert at `range`. */
  readonly replacements?: readonly Replacement[];
};

/** Something that xl refuses, drops or takes for something else. */
export type ValueProblem = { readonly [Code in ValueProblemCode]: ProblemOf<Code> }[ValueProblemCode];

export interface Replacement {
  readonly newText: string;
  /** Whether the domain stays the same. */
  readonly isSafe: boolean;
}
