/** The language of CPU lists: `"2-5,^3"`, `"nodes:0"`, `"all"` (xl_parse.c, parse_cpurange). */
import type { ValueProblem } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import type { Spec, SpecContext } from '../../schema/spec';
import { malformed } from '../spec-key';
import { type Slice, SpecText } from '../../schema/spec-text';

const TERM = /^(\^?)(nodes?:)?(.*)$/s;
/** strtoul takes a sign, and a negative number is a huge one. */
const RANGE = /^[ \t\n\v\f\r]*([+-]?\d+)(?:-[ \t\n\v\f\r]*([+-]?\d+))?$/;
const ULONG_MAX = 2n ** 64n - 1n;
/** The largest host that any Xen release runs on has fewer CPUs. */
const MAX_CPUS = 4096;

export const CPU_LIST_SPEC: Spec = {
  id: 'cpu-list',
  what: 'a CPU list',
  keys: [],
  fields: (text) => splitTerms(text).map((whole) => ({ whole })),
  *checkItem(item) {
    for (const term of splitTerms(item.text)) {
      const message = findMistake(term.text);
      if (message !== undefined) yield malformed(term, item, message);
    }
  },
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
      const problems = [...CPU_LIST_SPEC.checkItem(item, context)];
      yield* problems;
      if (problems.length === 0 && limit > 0) yield* checkEmpty(item, context);
    }
  },
};

function splitTerms(text: string): readonly Slice[] {
  return [...text.matchAll(/[^,]+/g)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}

function findMistake(term: string): 'cpuNotAll' | 'cpuRange' | undefined {
  const [, not = '', , rest = ''] = TERM.exec(term) ?? [];
  if (rest === 'all') return not === '' ? undefined : 'cpuNotAll';
  const range = readRange(rest);
  return range === undefined || range.last < range.first ? 'cpuRange' : undefined;
}

function* listCpus(text: string): Generator<number> {
  const range = readRange(text);
  if (range === undefined) return;
  const last = Math.min(Number(range.last), MAX_CPUS);
  for (let cpu = Number(range.first); cpu <= last; cpu++) yield cpu;
}

/** A CPU or a range of them (xl_parse.c, parse_range); undefined for what xl does not take. */
function readRange(text: string): { readonly first: bigint; readonly last: bigint } | undefined {
  const match = RANGE.exec(text);
  if (match?.[1] === undefined) return undefined;
  const first = BigInt.asUintN(64, BigInt(match[1].replace('+', '')));
  const last = match[2] === undefined ? first : BigInt.asUintN(64, BigInt(match[2].replace('+', '')));
  return first === ULONG_MAX || last === ULONG_MAX ? undefined : { first, last };
}

/**
 * The CPUs of a list on a host with so many of them; undefined where the list
 * names `all` or whole nodes and nothing is known of the host.
 */
export function readCpuList(text: string, hostCpus: number | undefined): readonly number[] | undefined {
  const cpus = new Set<number>();
  for (const term of splitTerms(text)) {
    const [, not = '', nodes, rest = ''] = TERM.exec(term.text) ?? [];
    if (rest === 'all' ? hostCpus === undefined : nodes !== undefined) return undefined;
    const listed = rest === 'all' ? Array.from({ length: hostCpus ?? 0 }, (_, cpu) => cpu) : [...listCpus(rest)];
    for (const cpu of listed) {
      if (not === '') cpus.add(cpu);
      else cpus.delete(cpu);
    }
  }
  return [...cpus].filter((cpu) => hostCpus === undefined || cpu < hostCpus).sort((a, b) => a - b);
}

/** Since 4.8 xl stops when nothing is left to run on. Whole nodes depend on the host, so with them nothing is said. */
function* checkEmpty(item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  if (!isSince(target.xen, '4.8')) return;
  const cpus = new Set<number>();
  for (const { text } of splitTerms(item.text)) {
    const [, not = '', nodes, rest = ''] = TERM.exec(text) ?? [];
    if (rest === 'all' || nodes !== undefined) return;
    for (const cpu of listCpus(rest)) {
      if (not === '') cpus.add(cpu);
      else cpus.delete(cpu);
    }
  }
  if (cpus.size === 0) yield malformed(item.whole, item, 'cpuEmpty');
}
