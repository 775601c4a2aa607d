import { defineRule } from '../linter/rule';
import type { DomainModel } from '../model/domain-model';
import { atomOf, numberOf, type SettingsByName } from '../model/setting';
import { findVcpuLimit } from '../validation/check-value';

const MAX_WEIGHT = 65535n;
const CAP_OF_ONE = 100;
/** The value that stands for none, which libxl passes over. */
const UNSET = -1n;

export default defineRule({
  meta: {
    id: 'scheduler-refuses-value',
    summary: 'Reports a weight or a cap that the usual schedulers refuse.',
    rationale:
      'With credit2 and credit, one of which a host has unless it is told otherwise, libxl refuses a domain whose `cpu_weight` is not from 1 to 65535, or whose `cap` is more than all of its vCPUs can use. Nothing is said where the config names a CPU pool, which may have another scheduler.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['cpu_weight', 'cap'],
    fixable: 'never',
    supersedes: ['unusual-value'],
    messages: {
      weight: 'The weight {value} is not from 1 to 65535: libxl refuses the domain',
      cap: 'The cap {value} is not from 0 to {max}, which is 100 for each vCPU: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_sched.c: sched_credit_domain_set', 'tools/libs/light/libxl_sched.c: sched_credit2_domain_set'],
  },
  *check({ model }) {
    const { byName } = model;
    if (isInOtherPool(byName)) return;
    const [weight, cap] = [byName.get('cpu_weight'), byName.get('cap')];
    const share = storedOf(weight);
    if (weight !== undefined && share !== undefined && (share < 1n || share > MAX_WEIGHT))
      yield { message: 'weight', range: weight.valueRange, data: { value: String(share) } };
    const limit = storedOf(cap);
    const max = maxCap(model);
    if (cap !== undefined && limit !== undefined && (limit < 0n || limit > max))
      yield { message: 'cap', range: cap.valueRange, data: { value: String(limit), max: String(max) } };
  },
});

/** Each pool of CPUs has a scheduler of its own. */
function isInOtherPool(byName: SettingsByName): boolean {
  const pool = atomOf(byName.get('pool'))?.text;
  return pool !== undefined && pool !== 'Pool-0' && pool !== '0';
}

/** The number as libxl keeps it; undefined where that stands for none. */
function storedOf(setting: Parameters<typeof numberOf>[0]): bigint | undefined {
  const number = numberOf(setting);
  const stored = number === undefined ? UNSET : BigInt.asIntN(32, number);
  return stored === UNSET ? undefined : stored;
}

/** A domain has one vCPU where nothing says how many. */
function maxCap({ byName, target }: DomainModel): bigint {
  return BigInt(Math.max(findVcpuLimit(byName, target) ?? 1, 1)) * BigInt(CAP_OF_ONE);
}
