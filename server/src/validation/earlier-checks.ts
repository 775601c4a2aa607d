/** What is known of settings from an earlier version of the text, so that a keystroke costs what it touches. */
import type { Setting } from '../model/setting';
import type { FieldsByOption } from '../schema/allowance';
import type { DeviceModel } from '../schema/device-model';
import type { DomainType, Target } from '../schema/target';
import type { ValueProblem } from '../schema/value-problem';
import { textRange } from '../text/text-range';

/** A setting with what was found in its value. */
export interface SettingCheck {
  readonly setting: Setting;
  /** Its statements, one a line. */
  readonly text: string;
  readonly isBroken: boolean;
  readonly problems: readonly ValueProblem[];
  /** The texts of the items of a list in which nothing was found. */
  readonly cleanItems: ReadonlySet<string>;
}

/** Everything outside of a setting that the meaning of its value depends on. */
export interface CheckContext {
  readonly target: Target;
  readonly domainType: DomainType;
  readonly deviceModel: DeviceModel;
  readonly vcpuLimit: number | undefined;
  /** Differs from config to config; for values that have to differ from domain to domain. */
  readonly seed: string;
  /** What the project allows in device strings. */
  readonly allowed: FieldsByOption;
}

export class EarlierChecks {
  /** None where something around them changed. */
  private readonly byText: ReadonlyMap<string, SettingCheck>;
  private readonly byName: ReadonlyMap<string, SettingCheck>;

  constructor(earlier: { readonly checks: readonly SettingCheck[]; readonly checkContext: CheckContext } | undefined, now: CheckContext) {
    const isSame = earlier !== undefined && keyOf(earlier.checkContext) === keyOf(now);
    this.byText = new Map(isSame ? earlier.checks.map((check) => [check.text, check]) : []);
    this.byName = new Map(isSame ? earlier.checks.map((check) => [check.setting.name, check]) : []);
  }

  /** Whether nothing was wrong in an item of a setting of that name. */
  isClean(name: string, item: string): boolean {
    return this.byName.get(name)?.cleanItems.has(item) === true;
  }

  /** The check of a setting of the same text, with the problems at their new place; undefined where there was none. */
  find(setting: Setting, text: string, isBroken: boolean): SettingCheck | undefined {
    const check = this.byText.get(text);
    // The statements of a joined value move each on its own.
    if (check === undefined || check.isBroken !== isBroken || setting.parts.length > 1 || check.setting.parts.length > 1) return undefined;
    const shift = setting.range.start - check.setting.range.start;
    const move = (problem: ValueProblem): ValueProblem => ({
      ...problem,
      range: textRange(problem.range.start + shift, problem.range.end + shift),
    });
    // The text is cut from the new version, so that the old one does not stay in memory for it.
    return { ...check, setting, text, problems: shift === 0 ? check.problems : check.problems.map(move) };
  }
}

function keyOf({ target: { xen, arch }, domainType, deviceModel, vcpuLimit, seed, allowed }: CheckContext): string {
  return [xen, arch, domainType, deviceModel, vcpuLimit, seed, JSON.stringify([...allowed])].join(' ');
}
