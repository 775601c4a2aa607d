import { numberOf } from '../model/setting';
import { findVideoCard } from '../model/queries/video-memory';
import { writeInstead } from '../linter/fixes/write-instead';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'videoram-too-small',
    summary: 'Reports too little memory for the emulated video card.',
    rationale: 'Each card has a least amount, below which libxl refuses the domain.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['videoram'],
    fixable: 'always',
    messages: {
      default: 'The video card `{vga}` needs at least {least} MiB: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const setting = byName.get('videoram');
    const videoram = numberOf(setting);
    if (setting === undefined || videoram === undefined || domainType !== 'hvm' || videoram < 0n) return;
    const card = findVideoCard(model);
    if (card?.least === undefined || videoram >= card.least) return;
    const least = String(card.least);
    const range = setting.valueRange;
    yield { message: 'default', range, data: { vga: card.name, least }, fixes: [writeInstead(range, least)] };
  },
});
