import type { ImageFormat } from '../kernel/identify';
import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { describeImage } from '../kernel/judge';
import { factOf } from '../facts/host-facts';

/** What is certainly none; an initial ramdisk can be packed in many ways. */
const NO_RAMDISKS: ReadonlySet<ImageFormat> = new Set([
  'bzimage',
  'elf64',
  'elf32',
  'arm64-image',
  'arm-zimage',
  'efi',
  'efi-zboot',
  'iso',
  'qcow2-image',
  'vhd-image',
  'vmdk-image',
  'boot-sector',
  'script',
  'empty',
]);

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
