/** What holds after xl read a file that is not about a domain. */
import { isRead } from '../model/domain-model';
import { isTaken, type Setting } from '../model/setting';
import { type AnyOptionName, optionsOf } from '../options/index';
import { HOST_SETTINGS, type HostDefaults, type HostSetting, NO_HOST_DEFAULTS } from '../schema/host-defaults';
import { isKnownTo } from '../schema/option';
import { leadingAtoms, type XlValue } from '../schema/xl-value';
import { ACCEPTED_BY_XL } from '../syntax/syntax-problem';
import type { Json, JsonObject } from '../text/json';
import type { ValidatedModel } from '../validation/validate';

/** Names that xl still reads for another; the new one wins. */
const OLD_NAMES: Readonly<Partial<Record<HostSetting, AnyOptionName>>> = {
  'vif.default.bridge': 'defaultbridge',
  'vif.default.script': 'vifscript',
};

/** Problems of values that xl drops. */
const DROPPED: ReadonlySet<string> = new Set(['wrong-value-type', 'ignored-value', 'add-assign-number']);

/**
 * What an `xl.conf` sets that domains have something of. Of a file that is none, or at which xl stops, nothing holds.
 * @param model of an `xl.conf`
 */
export function listHostDefaults(model: ValidatedModel): HostDefaults {
  if (model.kind !== 'xl.conf' || model.fileKind !== 'config' || isRefused(model)) return NO_HOST_DEFAULTS;
  const isHeld = heldIn(model);
  return new Map(
    HOST_SETTINGS.flatMap((name) => {
      const old = OLD_NAMES[name];
      const setting = [model.byName.get(name), old === undefined ? undefined : model.byName.get(old)].find(isHeld);
      return setting?.value?.kind === 'atom' ? [[name, setting.value.text] as const] : [];
    }),
  );
}

/** The settings that hold after xl read a file that is not about a domain, those that have a default included, by name. */
export function settingsInEffect(model: ValidatedModel): JsonObject | undefined {
  if (model.kind === 'domain' || model.fileKind !== 'config' || isRefused(model)) return undefined;
  const isHeld = heldIn(model);
  const held = optionsOf(model.kind).flatMap((option): readonly (readonly [string, Json])[] => {
    const setting = model.byName.get(option.name);
    if (isHeld(setting) && setting.value !== undefined) return [[option.name, toJson(setting.value)]];
    return option.default === undefined || !isKnownTo(option, model.target) ? [] : [[option.name, option.default]];
  });
  return Object.fromEntries(held);
}

function toJson(value: XlValue): Json {
  return value.kind === 'atom' ? value.text : leadingAtoms(value).map(({ text }) => text);
}

/** Says whether xl takes a setting. */
function heldIn({ valueProblems, target, domainType }: ValidatedModel): (setting: Setting | undefined) => setting is Setting {
  const dropped = new Set(valueProblems.flatMap(({ setting, problem }) => (DROPPED.has(problem.code) ? [setting] : [])));
  return (setting): setting is Setting =>
    setting !== undefined && isRead(setting, target, domainType) && isTaken(setting) && !dropped.has(setting);
}

function isRefused({ tree, valueProblems, settings }: ValidatedModel): boolean {
  return (
    tree.problems.some(({ code }) => !ACCEPTED_BY_XL.has(code)) ||
    settings.some(({ isMismatchedAddition }) => isMismatchedAddition) ||
    valueProblems.some(({ problem }) => problem.stage === 'parse')
  );
}
