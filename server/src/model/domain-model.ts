/** The domain that a text describes: settings with their meaning, total even where the text is broken. */
import { isKnownTo, typesReadBy } from '../schema/option';
import { ARCHITECTURES, type DomainType, type Target } from '../schema/target';
import type { ValueProblem } from '../schema/value-problem';
import { parseXenVersion } from '../schema/xen-version';
import { type Directives, readDirectives } from '../syntax/directives';
import type { SyntaxTree } from '../syntax/nodes';
import { ACCEPTED_BY_XL, type SyntaxProblem } from '../syntax/syntax-problem';
import { firstIndex } from '../text/binary-search';
import { digest } from '../text/digest';
import { rangesOverlap } from '../text/text-range';
import { checkValue, findVcpuLimit } from './check-value';
import { decideDomainType } from './domain-type';
import { resolveSettings } from './resolve-settings';
import type { Setting, SettingsByName, WrittenSetting } from './setting';
import { findTemplateMark, hasPlaceholder, type TemplateMark } from './template';

/** `python`: a script for xm, which xl cannot run; `too-large`: nothing was read. */
export type FileKind = 'config' | 'template' | 'python' | 'too-large';

export interface DomainModel {
  readonly tree: SyntaxTree;
  readonly directives: Directives;
  readonly target: Target;
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
  /** What kind of text it is: a config, or something that has to become one first. */
  readonly fileKind: FileKind;
  /** The first line that only the Python interpreter of xend would understand. */
  readonly pythonProblem: SyntaxProblem | undefined;
  /** The first place that only makes sense to a template engine, where xl would stop. */
  readonly templateMark: TemplateMark | undefined;
  /** The problems of all values that xl reads. */
  readonly valueProblems: readonly SettingProblem[];
}

export interface SettingProblem {
  readonly setting: Setting;
  readonly problem: ValueProblem;
}

/** The target that a text asks for in its directive, over what `base` says. */
export function readTarget(directives: Directives, base: Target): Target {
  const find = (key: string): string | undefined => directives.words.filter((word) => word.key === key).at(-1)?.value;
  const xen = parseXenVersion(find('xen') ?? '') ?? base.xen;
  const arch = ARCHITECTURES.find((each) => each === find('arch')) ?? base.arch;
  return { xen, arch };
}

/** The model of the same text if its open type were this one. */
export function assumeType(model: DomainModel, type: DomainType): DomainModel {
  return buildModel(model.tree, model.target, type);
}

/**
 * Resolves a tree against the schema, for the target that the text names or else for `base`.
 * @param assumedType taken where what the text says of the type is not understood
 */
export function buildModel(tree: SyntaxTree, base: Target, assumedType?: DomainType): DomainModel {
  const directives = readDirectives(tree);
  const target = readTarget(directives, base);
  const { written, effective } = resolveSettings(tree);
  const byName = new Map(effective.map((setting) => [setting.name, setting]));
  const { domainType, decidedBy, isOpen } = decideDomainType(byName, target, assumedType);
  const { mentions } = new Mentions(tree.text);
  const context = { target, domainType, vcpuLimit: findVcpuLimit(byName, { target }), seed: seedOf(tree.text), mentions };
  const broken = findBroken([...byName.values()], tree);
  const valueProblems = [...byName.values()]
    .filter((setting) => isRead(setting, target, domainType))
    .flatMap((setting) => [...checkValue(setting, context, broken.has(setting))].map((problem) => ({ setting, problem })));
  const templateMark = findTemplateMark(tree, valueProblems);
  const pythonProblem = tree.problems.find(({ code, data }) => code === 'python-code' && data['kind'] === 'statement');
  return {
    tree,
    directives,
    target,
    settings: written,
    effective,
    byName,
    domainType,
    typeSetting: decidedBy,
    isTypeOpen: isOpen,
    isFragment: directives.words.some((word) => word.key === 'fragment'),
    fileKind: decideKind(tree, templateMark, pythonProblem),
    pythonProblem,
    templateMark,
    valueProblems: valueProblems.filter(({ problem }) => !hasPlaceholder(tree.text, problem.range)),
  };
}

function decideKind({ isSkipped }: SyntaxTree, templateMark: TemplateMark | undefined, pythonProblem: SyntaxProblem | undefined): FileKind {
  if (isSkipped === true) return 'too-large';
  if (templateMark !== undefined) return 'template';
  return pythonProblem === undefined ? 'config' : 'python';
}

/** What values are made from that have to differ from domain to domain. */
export function seedOf(text: string): string {
  return digest(text).toString(16);
}

/** Looks for words in a text, for each of them once. */
class Mentions {
  private readonly text: string;
  private readonly found = new Map<string, boolean>();

  constructor(text: string) {
    this.text = text;
  }

  readonly mentions = (word: string): boolean => {
    const isFound = this.found.get(word) ?? this.text.includes(word);
    this.found.set(word, isFound);
    return isFound;
  };
}

/** The settings whose text has a mistake of its own, beside which their strings are not worth looking into. */
function findBroken(settings: readonly Setting[], { problems }: SyntaxTree): ReadonlySet<Setting> {
  const broken = new Set<Setting>();
  const ordered = [...settings].sort((a, b) => a.range.start - b.range.start);
  for (const { code, range } of problems) {
    if (ACCEPTED_BY_XL.has(code)) continue;
    // Settings stand one behind the other.
    for (let index = firstIndex(ordered, (each) => each.range.end >= range.start); index < ordered.length; index++) {
      const setting = ordered[index];
      if (setting === undefined || setting.range.start > range.end) break;
      if (rangesOverlap(range, setting.range)) broken.add(setting);
    }
  }
  return broken;
}

/** Whether xl, for this target and domain type, looks at the value of a setting at all. */
export function isRead(setting: WrittenSetting, target: Target, domainType: DomainType): boolean {
  const { option } = setting;
  return option !== undefined && isKnownTo(option, target) && typesReadBy(option, target).includes(domainType);
}
