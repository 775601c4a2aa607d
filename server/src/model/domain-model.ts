/** The domain that a text describes: settings with their meaning, total even where the text is broken. */
import { type Allowance, NOTHING_ALLOWED } from '../schema/allowance';
import type { ConfigKind } from '../schema/config-kind';
import { type HostDefaults, NO_HOST_DEFAULTS } from '../schema/host-defaults';
import { isKnownTo, typesReadBy } from '../schema/option';
import { ARCHITECTURES, type DomainType, isSameTarget, type Target, type WantedTarget } from '../schema/target';
import { parseXenVersion } from '../schema/xen-version';
import { touchesAny } from '../syntax/parse-template';
import { type Directives, readDirectives } from '../syntax/directives';
import type { SyntaxTree, Template } from '../syntax/nodes';
import { type Disk, parseDisk } from '../specs/disk/disk';
import { readVdev, type Vdev } from '../specs/disk/vdev';
import type { TextRange } from '../text/text-range';
import { inferArchitecture } from './architecture';
import { decideKind } from './config-kind';
import { decideDomainType, type DomainTypeDecision } from './domain-type';
import { NameReader } from './name-reader';
import { Remembered } from './remembered';
import { type EarlierSettings, resolveSettings } from './resolve-settings';
import type { Setting, SettingsByName, WrittenSetting } from './setting';

/** What a string of `disk` says by itself. */
export interface ReadDisk {
  readonly disk: Disk;
  /** What libxl works out of its vdev; undefined where that is missing or wrong. */
  readonly device: Vdev | undefined;
}

export interface DomainModel {
  readonly tree: SyntaxTree;
  /** What kind of file it is, which says whose options the names are. */
  readonly kind: ConfigKind;
  readonly directives: Directives;
  readonly target: Target;
  /** The setting from which the architecture follows, where nobody says it. */
  readonly archSetting: Setting | undefined;
  /** As they are written, one a statement, in the order of the text. */
  readonly settings: readonly WrittenSetting[];
  /** As they take effect: a setting for every `=` with the `+=` that follow it. Later ones overrule earlier ones of the name. */
  readonly effective: readonly Setting[];
  /** The last effective setting of each name, which is the one that xl reads. */
  readonly byName: SettingsByName;
  readonly domainType: DomainType;
  /** The setting from which the domain type follows. */
  readonly typeSetting: Setting | undefined;
  /** What the file says of the type is nothing that xl understands, so any of them may be meant. */
  readonly isTypeOpen: boolean;
  /** The file says of itself that it is a part of a config. */
  readonly isFragment: boolean;
  /** The text is several files one after the other, of which only this one is judged. */
  readonly part?: TextRange;
  /** What holds on the host where the config does not say. */
  readonly hostDefaults: HostDefaults;
  /** What the project allows beyond what every xl reads. */
  readonly allowance: Allowance;
  /** Reads the strings of `disk`, of which there can be thousands. */
  readonly diskReader: Remembered<ReadDisk>;
  /** Reads the names in device strings. */
  readonly nameReader: NameReader;
}

/** The target that a text asks for in its directive, over what `base` says. */
function readTarget(directives: Directives, base: WantedTarget): WantedTarget {
  const find = (key: string): string | undefined => directives.words.filter((word) => word.key === key).at(-1)?.value;
  const xen = parseXenVersion(find('xen') ?? '') ?? base.xen;
  const arch = ARCHITECTURES.find((each) => each === find('arch')) ?? base.arch;
  return { xen, ...(arch === undefined ? {} : { arch }) };
}

/** What a model is made with. */
export interface ModelOptions {
  /** Taken where what the text says of the type is not understood. */
  readonly assumedType?: DomainType;
  /** Of another version of the text, or the same: what was read of their common parts is not read again. */
  readonly earlier?: DomainModel | undefined;
  /** What the name of the file says that it is; the text has the last word. */
  readonly kind?: ConfigKind | undefined;
  /** What the `xl.conf` of the host sets. */
  readonly hostDefaults?: HostDefaults | undefined;
  /** What a project allows; nothing where it does not say. */
  readonly allowance?: Allowance | undefined;
  /** Somebody says of the file that it is a part of a config. */
  readonly isPart?: boolean | undefined;
  /** The text is a whole config of which only this part is judged. */
  readonly part?: TextRange | undefined;
}

/** Resolves a tree against the schema, for the target that the text names or else for `base`. */
export function buildModel(
  tree: SyntaxTree,
  base: WantedTarget,
  { assumedType, earlier, kind: namedKind, hostDefaults = NO_HOST_DEFAULTS, allowance = NOTHING_ALLOWED, isPart, part }: ModelOptions = {},
): DomainModel {
  const directives = ofPart(readDirectives(tree), part);
  const wanted = readTarget(directives, base);
  const isFragment = isPart === true || directives.words.some((word) => word.key === 'fragment');
  const kind = decideKind(tree, directives, isFragment ? 'domain' : namedKind);
  const { written, effective } = resolveSettings(tree, kind, allowance.fields, earlier && earlierSettings(earlier));
  const byName = new Map(effective.map((setting) => [setting.name, withoutUnknown(setting, tree.template)]));
  const { arch, decidedBy: archSetting } =
    wanted.arch === undefined ? inferArchitecture(byName) : { arch: wanted.arch, decidedBy: undefined };
  const target = { xen: wanted.xen, arch };
  const { domainType, decidedBy, isOpen } = decideType(byName, target, assumedType, tree.template);
  return {
    tree,
    kind,
    directives,
    target,
    archSetting,
    settings: written,
    effective,
    byName,
    domainType,
    typeSetting: decidedBy,
    isTypeOpen: isOpen,
    diskReader: new Remembered(
      (text) => readDisk(text, target),
      earlier !== undefined && isSameTarget(earlier.target, target) ? earlier.diskReader : undefined,
    ),
    nameReader: new NameReader(earlier?.nameReader),
    isFragment,
    ...(part === undefined ? {} : { part }),
    hostDefaults,
    allowance,
  };
}

function earlierSettings({ tree, kind, settings, effective, allowance }: DomainModel): EarlierSettings {
  return { tree, kind, written: settings, effective, allowed: allowance.fields };
}

/** Of a template, nothing is known of a value with a hole in it, nor of one that may be left out. */
function withoutUnknown(setting: Setting, template: Template | undefined): Setting {
  if (template === undefined || setting.parts.every((part) => isWrittenOut(part, template))) return setting;
  return { ...setting, value: undefined };
}

/** Whether a statement of a template stands there as it is, and always. */
function isWrittenOut({ range }: WrittenSetting, { holes, blocks }: Template): boolean {
  return !touchesAny(holes, range) && !touchesAny(blocks, range);
}

/** Whether a statement stands in every text that can be made of a template; in a config each does. */
export function isAlways({ range }: WrittenSetting, { tree: { template } }: Pick<DomainModel, 'tree'>): boolean {
  return template === undefined || !touchesAny(template.blocks, range);
}

/** As in a config, but that the type of a template can come out of a hole. */
function decideType(
  byName: SettingsByName,
  target: Target,
  assumedType: DomainType | undefined,
  template: Template | undefined,
): DomainTypeDecision {
  const decision = decideDomainType(byName, target, assumedType);
  if (template?.isOpenEnded !== true || decision.decidedBy !== undefined || decision.isOpen) return decision;
  return assumedType === undefined ? { ...decision, isOpen: true } : { ...decision, domainType: assumedType };
}

/** What the parts of a config say of themselves does not hold for the others, but for what they are written for. */
function ofPart({ words, suppressions }: Directives, part: TextRange | undefined): Directives {
  if (part === undefined) return { words, suppressions };
  return {
    words: words.filter(({ key }) => key !== 'fragment'),
    suppressions: suppressions.filter(({ range }) => range.start >= part.start && range.end <= part.end),
  };
}

function readDisk(text: string, target: Target): ReadDisk {
  const disk = parseDisk(text, target);
  return { disk, device: disk.vdev === undefined ? undefined : readVdev(disk.vdev.text) };
}

/** Whether xl, for this target and domain type, looks at the value of a setting at all. */
export function isRead(setting: WrittenSetting, target: Target, domainType: DomainType): boolean {
  const { option } = setting;
  return option !== undefined && isKnownTo(option, target) && typesReadBy(option, target).includes(domainType);
}
