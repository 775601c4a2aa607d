import { message } from '../text/message';
import { findDeviceModel } from '../model/queries/device-model';
import { findFirmware } from '../model/queries/firmware';
import { atomOf, type Setting, switchOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { type DomainModel, isRead } from '../model/domain-model';

export default defineRule({
  meta: {
    id: 'refused-by-traditional',
    summary: 'Reports options that qemu-xen-traditional cannot do.',
    rationale:
      'The old device model knows neither other firmware than rombios nor QXL, direct kernel boot or `dm_restrict`; libxl refuses the domain. It is also the one that a stub domain has where `device_model_version` does not say otherwise.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['device_model_version', 'device_model_stubdomain_override'],
    until: '4.20',
    fixable: 'never',
    messages: {
      default: 'qemu-xen-traditional cannot do this: libxl refuses the domain',
    },
    evidence: [
      'tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault',
      'tools/libs/light/libxl_dm.c: libxl__build_device_model_args_old',
    ],
  },
  *check({ model }) {
    const { deviceModel, decidedBy } = findDeviceModel(model);
    if (model.domainType !== 'hvm' || deviceModel !== 'qemu-xen-traditional' || decidedBy === undefined) return;
    const related = [{ range: decidedBy.range, message: message('The device model is chosen here') }];
    for (const setting of findRefused(model)) {
      if (isRead(setting, model.target, model.domainType)) yield { message: 'default', range: setting.nameRange, related };
    }
  },
});

/** The settings that ask for what the old device model lacks. */
function* findRefused(model: DomainModel): Generator<Setting> {
  const { byName } = model;
  const choice = findFirmware(model);
  if (choice !== undefined && choice.firmware !== 'rombios') yield choice.setting;
  const vga = byName.get('vga');
  if (vga !== undefined && atomOf(vga)?.text === 'qxl') yield vga;
  const kernel = byName.get('kernel');
  if (kernel !== undefined && isKernel(atomOf(kernel)?.text)) yield kernel;
  const restrict = byName.get('dm_restrict');
  if (restrict !== undefined && switchOf(restrict) === true) yield restrict;
}

/** xl takes hvmloader for no kernel, because that is what old configs have there. */
function isKernel(path: string | undefined): boolean {
  return path !== undefined && path.split('/').at(-1) !== 'hvmloader';
}
