import { message } from '../text/message';
import { defineRule, type Fix } from '../linter/rule';
import type { DomainModel } from '../model/domain-model';
import { numberOf, switchOf } from '../model/setting';
import { readVnuma } from '../specs/vnuma/vnuma';
import { textRange } from '../text/text-range';

/** libxl counts in KiB and hands bytes on, in 64 bits. */
const KIB_LIMIT = 2n ** 54n;
const KIB_A_MIB = 1024n;
/** The memory of a domain of which nothing says it, in KiB. */
const UNSET = 2n ** 64n - 1n;

export default defineRule({
  meta: {
    id: 'too-much-memory',
    summary: 'Reports an HVM or PVH domain without a limit to its memory.',
    rationale:
      'libxl works out how much memory the page tables take from `maxmem`, or else from `memory`. Where neither is set or one is negative, the result is more than fits in 64 bits, and libxl refuses the domain with words about `shadow_memkb`.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    since: '4.17',
    fixable: 'sometimes',
    isAboutAbsence: true,
    messages: {
      missing: '`memory` is missing: libxl refuses the domain',
      tooMuch: 'The page tables for {name} = {value} do not fit in 64 bits: libxl refuses the domain',
    },
    evidence: [
      'tools/libs/light/libxl_create.c: libxl__get_required_paging_memory',
      'tools/libs/light/libxl_dom.c: libxl__domain_set_paging_mempool_size',
    ],
  },
  *check({ model }) {
    const { byName, domainType, isFragment, tree, isTypeOpen } = model;
    // A line for the memory that xl cannot read has an error of its own.
    if (domainType === 'pv' || isFragment || isTypeOpen || tree.problems.length > 0 || pagingMemory(model) < KIB_LIMIT) return;
    const setting = (['shadow_memory', 'maxmem', 'memory'] as const)
      .map((name) => byName.get(name))
      .find((each) => numberOf(each) !== undefined);
    if (setting !== undefined) {
      yield { message: 'tooMuch', range: setting.valueRange, data: { name: setting.name, value: String(numberOf(setting)) } };
      return;
    }
    const place = model.typeSetting ?? model.settings[0];
    if (place === undefined) return;
    const fixes: readonly Fix[] = [
      {
        title: message('Add `memory = 1024`'),
        safety: 'review',
        edits: [{ range: textRange(place.range.start, place.range.start), newText: 'memory = 1024\n' }],
      },
    ];
    yield { message: 'missing', range: place.nameRange, fixes };
  },
});

/** KiB for the page tables. One MiB for each vCPU makes no difference at these sizes. */
function pagingMemory(model: DomainModel): bigint {
  const shadow = numberOf(model.byName.get('shadow_memory'));
  if (shadow !== undefined) return BigInt.asUintN(64, shadow * KIB_A_MIB);
  // Without help of the processor there are two sets of them.
  const sets = switchOf(model.byName.get('hap')) === false ? 2n : 1n;
  return BigInt.asUintN(64, 4n * sets * (maxMemory(model) / KIB_A_MIB));
}

function maxMemory({ byName, target }: DomainModel): bigint {
  const nodes = byName.has('vnuma') ? (readVnuma(byName.get('vnuma')?.value, target) ?? []) : [];
  if (byName.has('vnuma') && numberOf(byName.get('maxmem')) === undefined)
    return nodes.reduce((sum, { addedSize }) => sum + addedSize, 0n) * KIB_A_MIB;
  const given = numberOf(byName.get('maxmem')) ?? numberOf(byName.get('memory'));
  return given === undefined ? UNSET : BigInt.asUintN(64, given * KIB_A_MIB);
}
