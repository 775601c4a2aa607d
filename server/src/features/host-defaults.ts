/** What an `xl.conf` sets that domains have something of. */
import { isRead } from '../model/domain-model';
import { isTaken, type Setting } from '../model/setting';
import type { AnyOptionName } from '../options/index';
import { HOST_SETTINGS, type HostDefaults, type HostSetting, NO_HOST_DEFAULTS } from '../schema/host-defaults';
import { ACCEPTED_BY_XL } from '../syntax/syntax-problem';
import type { ValidatedModel } from '../validation/validate';

/** Names that xl still reads for another; the new one wins. */
const OLD_NAMES: Readonly<Partial<Record<HostSetting, AnyOptionName>>> = {
  'vif.default.bridge': 'defaultbridge',
  'vif.default.script': 'vifscript',
};

/** Problems of values that xl drops. */
const DROPPED: ReadonlySet<string> = new Set(['wrong-value-type', 'ignored-value', 'add-assign-number']);

/**
 * The settings as xl reads them. Of a file that is none, or at which xl stops, nothing holds.
 * @param model of an `xl.conf`
 */
export function readHostDefaults(model: ValidatedModel): HostDefaults {
  if (model.kind !== 'xl.conf' || model.fileKind !== 'config' || isRefused(model)) return NO_HOST_DEFAULTS;
  const dropped = new Set(model.valueProblems.flatMap(({ setting, problem }) => (DROPPED.has(problem.code) ? [setting] : [])));
  const isSet = (setting: Setting | undefined): setting is Setting =>
    setting !== undefined && isRead(setting, model.target, model.domainType) && isTaken(setting) && !dropped.has(setting);
  return new Map(
    HOST_SETTINGS.flatMap((name) => {
      const old = OLD_NAMES[name];
      const setting = [model.byName.get(name), old === undefined ? undefined : model.byName.get(old)].find(isSet);
      return setting?.value?.kind === 'atom' ? [[name, setting.value.text] as const] : [];
    }),
  );
}

function isRefused({ tree, valueProblems, settings }: ValidatedModel): boolean {
  return (
    tree.problems.some(({ code }) => !ACCEPTED_BY_XL.has(code)) ||
    settings.some(({ isMismatchedAddition }) => isMismatchedAddition) ||
    valueProblems.some(({ problem }) => problem.stage === 'parse')
  );
}
