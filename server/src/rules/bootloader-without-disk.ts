import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { type DomainModel, isRead } from '../model/domain-model';

export default defineRule({
  meta: {
    id: 'bootloader-without-disk',
    summary: 'Reports a boot loader in a domain that has no disk.',
    rationale: 'The boot loader looks for the kernel on the first disk; libxl refuses a domain that has none.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['bootloader'],
    fixable: 'never',
    messages: {
      default: 'The boot loader needs a disk to look for a kernel: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_bootloader.c: libxl__bootloader_run'],
  },
  *check({ model }) {
    const setting = model.byName.get('bootloader');
    if (setting === undefined || model.domainType === 'hvm' || model.isFragment || atomOf(setting) === undefined) return;
    if (!isRead(setting, model.target, model.domainType) || deviceItems(model, 'disk').length > 0 || isBrokenDisk(model)) return;
    yield { message: 'default', range: setting.nameRange };
  },
});

/** A disk line that xl cannot read has an error of its own. */
function isBrokenDisk({ tree }: DomainModel): boolean {
  return tree.problems.length > 0;
}
