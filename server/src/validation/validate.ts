/** What is wrong with the values of a domain, and whether its text is a config at all. */
import { type DomainModel, isRead } from '../model/domain-model';
import { findConflicts } from '../model/queries/conflicts';
import { findDeviceModel } from '../model/queries/device-model';
import { atomOf, type Setting } from '../model/setting';
import type { ValueProblem } from '../schema/value-problem';
import type { SyntaxTree, TemplateMark } from '../syntax/nodes';
import { ACCEPTED_BY_XL, type SyntaxProblem } from '../syntax/syntax-problem';
import { firstIndex } from '../text/binary-search';
import { rangesOverlap } from '../text/text-range';
import { checkItemsWithHoles, hasHole } from './check-template';
import { checkValue, findVcpuLimit, type ItemMemory } from './check-value';
import { type CheckContext, EarlierChecks, type SettingCheck } from './earlier-checks';
import { findTemplateMark, hasPlaceholder } from './template';

/** `python`: a script for xm, which xl cannot run; `too-large`: nothing was read. */
export type FileKind = 'config' | 'template' | 'python' | 'too-large';

export interface ValidatedModel extends DomainModel {
  /** What kind of text it is: a config, or something that has to become one first. */
  readonly fileKind: FileKind;
  /** The first line that only the Python interpreter of xend would understand. */
  readonly pythonProblem: SyntaxProblem | undefined;
  /** The first place that only makes sense to a template engine, where xl would stop. */
  readonly templateMark: TemplateMark | undefined;
  /** The problems of all values that xl reads. */
  readonly valueProblems: readonly SettingProblem[];
  /** What was checked, for the next version of the text. */
  readonly checks: readonly SettingCheck[];
  readonly checkContext: CheckContext;
}

export interface SettingProblem {
  readonly setting: Setting;
  readonly problem: ValueProblem;
}

/** Whether a text is the config of a domain as xl can read it. */
export function describesDomain({ kind, fileKind }: Pick<ValidatedModel, 'kind' | 'fileKind'>): boolean {
  return kind === 'domain' && fileKind === 'config';
}

/**
 * Checks the values of a model.
 * @param earlier the model of another version of the text: settings that are the same in both are not checked again
 */
export function validate(model: DomainModel, earlier?: ValidatedModel): ValidatedModel {
  const { tree, byName, target, domainType } = model;
  const { deviceModel } = findDeviceModel(model);
  const seed = atomOf(byName.get('name'))?.text ?? '';
  const vcpuLimit = isVcpuLimitKnown(model) ? findVcpuLimit(byName, target) : Number.MAX_SAFE_INTEGER;
  const context = { target, domainType, deviceModel, vcpuLimit, seed, allowed: model.allowance.fields };
  // What stands in a template can take effect wherever it stands.
  const settings = tree.template === undefined ? [...byName.values()] : model.effective;
  const broken = findBroken(settings, tree);
  const known = new EarlierChecks(earlier, context);
  const unread = findUnread(model);
  const checks = settings
    .filter((setting) => isRead(setting, target, domainType) && !unread.has(setting))
    .map((setting): SettingCheck => {
      const text = setting.parts.map(({ range }) => tree.text.slice(range.start, range.end)).join('\n');
      const isBroken = broken.has(setting);
      const earlier = known.find(setting, text, isBroken);
      if (earlier !== undefined) return earlier;
      const cleanItems = new Set<string>();
      const allowed = model.allowance.fields.get(setting.name);
      const items: ItemMemory = {
        isClean: (item) => known.isClean(setting.name, item),
        remember: (item) => cleanItems.add(item),
      };
      const itemContext = { ...context, mentions: (word: string) => text.includes(word) };
      const found = hasHole(setting, tree.template)
        ? checkItemsWithHoles(setting, itemContext, tree.template.holes, allowed)
        : checkValue(setting, itemContext, isBroken, items, allowed);
      const problems = [...found];
      return { setting, text, isBroken, problems, cleanItems };
    });
  const valueProblems = checks.flatMap(({ setting, problems }) => problems.map((problem) => ({ setting, problem })));
  const pythonProblem = tree.problems.find(({ code, data }) => code === 'python-code' && data['kind'] === 'statement');
  const mark = tree.template?.mark ?? findTemplateMark(tree, valueProblems);
  // What Python makes of a string is none of ours.
  const templateMark = pythonProblem !== undefined && mark?.isAccepted === true ? undefined : mark;
  return {
    ...model,
    fileKind: decideFileKind(model, templateMark, pythonProblem),
    pythonProblem,
    templateMark,
    valueProblems: valueProblems.filter(({ problem }) => !hasPlaceholder(tree.text, problem.range)),
    checks,
    checkContext: context,
  };
}

/** The settings that xl passes over because of another one, whatever they are. */
function findUnread(model: DomainModel): ReadonlySet<Setting> {
  const overruled = [...findConflicts(model, 'ignored')].filter(({ conflict }) => conflict.isUnread === true);
  return new Set(overruled.map(({ setting }) => setting));
}

/** Whether the number of vCPUs follows from what is written out. */
function isVcpuLimitKnown({ byName, tree }: DomainModel): boolean {
  if (tree.template === undefined) return true;
  const settings = (['maxvcpus', 'vcpus', 'vnuma'] as const).map((name) => byName.get(name));
  return !tree.template.isOpenEnded && settings.every((setting) => setting === undefined || setting.value !== undefined);
}

function decideFileKind(
  { tree, kind }: DomainModel,
  templateMark: TemplateMark | undefined,
  pythonProblem: SyntaxProblem | undefined,
): FileKind {
  if (tree.isSkipped === true) return 'too-large';
  if (templateMark !== undefined) return 'template';
  // No other file was ever a script.
  return pythonProblem === undefined || kind !== 'domain' ? 'config' : 'python';
}

/** The settings whose text has a mistake of its own, beside which their strings are not worth looking into. */
function findBroken(settings: readonly Setting[], { problems }: SyntaxTree): ReadonlySet<Setting> {
  const broken = new Set<Setting>();
  const refusals = problems.filter(({ code }) => !ACCEPTED_BY_XL.has(code));
  if (refusals.length === 0) return broken;
  const ordered = [...settings].sort((a, b) => a.range.start - b.range.start);
  for (const { range } of refusals) {
    // Settings stand one after the other.
    for (let index = firstIndex(ordered, (each) => each.range.end >= range.start); index < ordered.length; index++) {
      const setting = ordered[index];
      if (setting === undefined || setting.range.start > range.end) break;
      if (rangesOverlap(range, setting.range)) broken.add(setting);
    }
  }
  return broken;
}
