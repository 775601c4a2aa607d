import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'video-card-without-device-model',
    summary: 'Reports an emulated video card in a domain without a device model.',
    rationale: 'With `device_model_version = "none"` nobody emulates the card; Xen 4.7 to 4.9 refuse the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['device_model_version'],
    since: '4.7',
    until: '4.9',
    fixable: 'never',
    messages: {
      default: 'Without a device model there is no emulated card: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    if (domainType !== 'hvm' || atomOf(byName.get('device_model_version'))?.text !== 'none') return;
    const vga = byName.get('vga');
    const card = atomOf(vga) === undefined ? byName.get('stdvga') : vga;
    if (card?.value !== undefined && atomOf(card)?.text !== 'none') yield { message: 'default', range: card.nameRange };
  },
});
