import { message } from '../text/message';
import type { OptionName } from '../options/index';
import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { isRead } from '../model/domain-model';
import { parseCNumber } from '../schema/c-text/c-number';

/** For each option, whether its text asks for what the old device model lacks. */
const REFUSED: readonly (readonly [OptionName, (text: string) => boolean])[] = [
  ['bios', (text) => text.toLowerCase() !== 'rombios'],
  ['vga', (text) => text === 'qxl'],
  ['kernel', (text) => text.split('/').at(-1) !== 'hvmloader'],
  ['dm_restrict', (text) => isOn(text)],
];

export default defineRule({
  meta: {
    id: 'refused-by-traditional',
    summary: 'Reports options that qemu-xen-traditional cannot do.',
    rationale:
      'The old device model knows neither other firmware than rombios nor QXL, direct kernel boot or `dm_restrict`; libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['device_model_version'],
    until: '4.20',
    fixable: 'never',
    messages: {
      default: 'qemu-xen-traditional cannot do this: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType, target } = model;
    const version = byName.get('device_model_version');
    if (version === undefined || domainType !== 'hvm' || atomOf(version)?.text !== 'qemu-xen-traditional') return;
    const related = [{ range: version.range, message: message('The device model is chosen here') }];
    for (const [name, isRefused] of REFUSED) {
      const setting = byName.get(name);
      const text = atomOf(setting)?.text;
      if (setting === undefined || text === undefined || !isRead(setting, target, domainType)) continue;
      if (isRefused(text)) yield { message: 'default', range: setting.nameRange, related };
    }
  },
});

function isOn(text: string): boolean {
  const number = parseCNumber(text);
  return number.kind === 'number' && number.value !== 0n;
}
