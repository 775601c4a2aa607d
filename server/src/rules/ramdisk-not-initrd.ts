import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { describeImage } from '../kernel/judge';
import { NO_RAMDISKS } from '../facts/image-kinds';
import { factOf } from '../facts/host-facts';

export default defineRule({
  meta: {
    id: 'ramdisk-not-initrd',
    summary: 'Reports a ramdisk that is not an initial ramdisk.',
    rationale:
      'The file goes to the guest as it is. A kernel, a disk image or a script there makes the guest stop when it looks for its root file system.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['ramdisk'],
    fixable: 'never',
    messages: {
      default: 'The ramdisk is {what}, and no initial ramdisk',
    },
    evidence: ['tools/libs/guest/xg_dom_core.c: xc_dom_build_ramdisk'],
  },
  *check({ model, facts }) {
    const value = atomOf(model.byName.get('ramdisk'));
    const fact = factOf(facts, value?.text);
    if (value === undefined || fact.state !== 'image' || !NO_RAMDISKS.has(fact.report.format)) return;
    yield { message: 'default', range: value.range, data: { what: describeImage(fact.report) } };
  },
});
