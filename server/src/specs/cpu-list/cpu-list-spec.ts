/** The language of CPU lists: `"2-5,^3"`, `"nodes:0"`, `"all"` (xl_parse.c, parse_cpurange). */
import { message } from '../../text/message';
import type { ValueProblem } from '../../schema/value-problem';
import { readAtoi, scanUnsigned } from '../../schema/c-text/c-number';
import { WIDEST_TARGET } from '../../schema/target';
import { misread } from '../../schema/value-types/device-value';
import { looseInteger } from '../../schema/value-types/scanned-number';
import { leadingAtoms } from '../../schema/xl-value';
import { isSince } from '../../schema/xen-version';
import type { Spec, SpecContext } from '../../schema/value-types/value-type';
import { malformed } from '../spec-key';
import { type Slice, SpecText, wholeOf } from '../../schema/spec-text';

const TERM = /^(\^?)(nodes?:)?(.*)$/s;
/** strtoul takes a sign, and a negative number is a huge one. */
const RANGE = /^[ \t\n\v\f\r]*([+-]?\d+)(?:-[ \t\n\v\f\r]*([+-]?\d+))?$/;
const ULONG_MAX = 2n ** 64n - 1n;
/** The largest host that any Xen release runs on has fewer CPUs. */
const MAX_CPUS = 4096;

/** A string by itself, wherever it stands. */
const CPU_TERMS = {
  what: 'a CPU list',
  keys: [],
  fields: (text) => splitTerms(text).map((whole) => ({ whole })),
  explain(text) {
    const cpus = listCpus(text);
    if (cpus.length === 0) return [];
    return [[message('CPUs'), message('{ranges} ({count})', { ranges: joinRanges(cpus), count: String(cpus.length) })]];
  },
  remark(text) {
    const cpus = listCpus(text);
    if (cpus.length <= 1) return undefined;
    const count = message('{count} CPUs', { count: String(cpus.length) });
    const ranges = joinRanges(cpus);
    return { kind: 'meaning', text: ranges === text ? count : message('{count}: {ranges}', { count, ranges }) };
  },
  *checkItem(item) {
    for (const term of splitTerms(item.text)) {
      const message = findMistake(term.text);
      if (message !== undefined) yield malformed(term, item, message);
    }
  },
} as const satisfies Omit<Spec, 'id'>;

/** The CPUs of the vCPUs of a domain. */
export const CPU_LIST_SPEC: Spec = {
  ...CPU_TERMS,
  id: 'cpu-list',
  *checkValue(value, context) {
    const limit = context.vcpuLimit ?? (isSince(context.target.xen, '4.22') ? 1 : 0);
    // A string is read even where it pins nothing; of a list, only the items for vCPUs that there are.
    const atoms = value.kind === 'atom' ? [value] : value.items.slice(0, limit).flatMap((item) => (item.kind === 'atom' ? [item] : []));
    const extra = value.kind === 'list' && limit > 0 ? value.items[limit] : undefined;
    if (extra !== undefined) {
      yield { code: 'misread-device-value', range: extra.range, message: 'cpuExtra', data: { limit: String(limit) } };
    }
    for (const atom of atoms) {
      const item = new SpecText(atom);
      const problems = [...CPU_TERMS.checkItem(item)];
      yield* problems;
      if (problems.length === 0 && limit > 0) yield* checkEmpty(item, context);
    }
  },
};

/** A mask of `xl.conf`: xl reads up to the first mistake, prints a line and goes on (xl.c, parse_global_config). */
export const CPU_MASK_SPEC: Spec = {
  ...CPU_TERMS,
  id: 'cpu-mask',
  *checkItem(item) {
    const wrong = splitTerms(item.text).find((term) => findMistake(term.text) !== undefined);
    if (wrong !== undefined) yield misread(item.place(wrong), { message: 'cpuMask', data: { text: wrong.text } });
    else if (isSurelyEmpty(item.text)) yield misread(item.place(item.whole), { message: 'cpuMaskEmpty', data: {} });
  },
};

/** The CPUs of a CPU pool: a string as elsewhere, or a list of single numbers (xl_cpupool.c, main_cpupoolcreate). */
export const POOL_CPUS_SPEC: Spec = {
  ...CPU_TERMS,
  id: 'pool-cpus',
  *checkValue(value) {
    if (value.kind === 'atom') yield* CPU_TERMS.checkItem(new SpecText(value));
    else for (const atom of leadingAtoms(value)) yield* checkPoolCpu(new SpecText(atom));
  },
};

/** The NUMA nodes of a CPU pool, of which xl reads the numbers with atoi (xl_cpupool.c, main_cpupoolcreate). */
export const POOL_NODES_SPEC: Spec = {
  id: 'pool-nodes',
  what: 'a NUMA node',
  keys: [],
  fields: (text) => [{ whole: wholeOf(text) }],
  checkItem: (item) => checkLooseNumber(item, 'nodes'),
  *checkValue(value) {
    if (value.kind === 'atom') return;
    const atoms = leadingAtoms(value);
    for (const atom of atoms) yield* checkLooseNumber(new SpecText(atom), 'nodes');
    if (atoms.every(({ text }) => readAtoi(text) < 0))
      yield { code: 'malformed-device', range: value.range, message: 'noNode', data: {}, stage: 'parse' };
  },
};

function* checkPoolCpu(item: SpecText): Generator<ValueProblem> {
  if (readAtoi(item.text) < 0) yield malformed(item.whole, item, 'cpuRange');
  else yield* checkLooseNumber(item, 'cpus');
}

const LOOSE_NUMBER = looseInteger();

function checkLooseNumber(item: SpecText, key: string): Iterable<ValueProblem> {
  return LOOSE_NUMBER.check(item.place(item.whole), { target: WIDEST_TARGET, domainType: 'pv', key });
}

/** The CPUs of a list that xl takes; none where that depends on the host. */
function listCpus(text: string): readonly number[] {
  return splitTerms(text).some((term) => findMistake(term.text) !== undefined) ? [] : (readCpuList(text, undefined) ?? []);
}

function splitTerms(text: string): readonly Slice[] {
  return [...text.matchAll(/[^,]+/g)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}

function findMistake(term: string): 'cpuNotAll' | 'cpuRange' | undefined {
  const [, not = '', , rest = ''] = TERM.exec(term) ?? [];
  if (rest === 'all') return not === '' ? undefined : 'cpuNotAll';
  const range = readRange(rest);
  return range === undefined || range.last < range.first ? 'cpuRange' : undefined;
}

/** Which CPUs a list names, by their numbers. */
class CpuMap {
  private readonly named = new Uint8Array(MAX_CPUS + 1);

  set(term: string, isNamed: boolean): void {
    const range = readRange(term);
    if (range !== undefined) this.named.fill(isNamed ? 1 : 0, Math.min(Number(range.first), MAX_CPUS + 1), Number(range.last) + 1);
  }

  setAll(count: number, isNamed: boolean): void {
    this.named.fill(isNamed ? 1 : 0, 0, count);
  }

  get isEmpty(): boolean {
    return !this.named.includes(1);
  }

  get numbers(): readonly number[] {
    return [...this.named.keys()].filter((cpu) => this.named[cpu] === 1);
  }
}

/** A CPU or a range of them (xl_parse.c, parse_range); undefined for what xl does not take. */
function readRange(text: string): { readonly first: bigint; readonly last: bigint } | undefined {
  const match = RANGE.exec(text);
  if (match?.[1] === undefined) return undefined;
  const first = scanUnsigned(match[1], 10)?.value ?? ULONG_MAX;
  const last = match[2] === undefined ? first : (scanUnsigned(match[2], 10)?.value ?? ULONG_MAX);
  return first === ULONG_MAX || last === ULONG_MAX ? undefined : { first, last };
}

/**
 * The CPUs of a list on a host with so many of them; undefined where the list
 * names `all` or whole nodes and nothing is known of the host.
 */
export function readCpuList(text: string, hostCpus: number | undefined): readonly number[] | undefined {
  const cpus = new CpuMap();
  for (const term of splitTerms(text)) {
    const [, not = '', nodes, rest = ''] = TERM.exec(term.text) ?? [];
    if (rest === 'all' ? hostCpus === undefined : nodes !== undefined) return undefined;
    if (rest === 'all') cpus.setAll(hostCpus ?? 0, not === '');
    else cpus.set(rest, not === '');
  }
  return cpus.numbers.filter((cpu) => hostCpus === undefined || cpu < hostCpus);
}

/** `4-11, 13`: neighbours as ranges. */
function joinRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}

/** Since 4.8 xl stops when nothing is left to run on. Whole nodes depend on the host, so with them nothing is said. */
function* checkEmpty(item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  if (isSince(target.xen, '4.8') && isSurelyEmpty(item.text)) yield malformed(item.whole, item, 'cpuEmpty');
}

/** Whether a list that xl takes names no CPU, whatever the host has. */
function isSurelyEmpty(list: string): boolean {
  const cpus = new CpuMap();
  for (const { text } of splitTerms(list)) {
    const [, not = '', nodes, rest = ''] = TERM.exec(text) ?? [];
    if (rest === 'all' || nodes !== undefined) return false;
    cpus.set(rest, not === '');
  }
  return cpus.isEmpty;
}
