/** The language of virtual NUMA nodes: one list of settings a node (xl_parse.c, parse_vnuma_config). */
import { message, type Message, type Word } from '../../text/message';
import { WIDEST_TARGET } from '../../schema/target';
import type { ValueProblem } from '../../schema/value-problem';
import { splitPair } from '../../schema/c-text/fields';
import type { KeyDeclaration, Spec, SpecContext, TextType } from '../../schema/value-types/value-type';
import { sizeInLargestUnit } from '../../schema/size';
import { checkKey, explainText, malformed } from '../spec-key';
import { refusedForm } from '../../schema/value-types/device-value';
import { strictInteger } from '../../schema/value-types/scanned-number';
import { text } from '../../schema/value-types/text';
import { type Slice, SpecText, wholeOf } from '../../schema/spec-text';

const RANGE = /^\s*\d+(?:-\s*\d+)?$/;

function distances(): TextType {
  return {
    ...text({ what: 'distances, one for each node, between commas' }),
    *check(value) {
      const isRight = value.text.split(',').every((part) => part === '' || /^\s*[+-]?\d/.test(part));
      if (!isRight) yield refusedForm(value, message('a list of whole numbers'));
    },
  };
}

function cpus(): TextType {
  return {
    ...text({ what: 'vCPUs such as `0-3,6`' }),
    explain: ({ text }) => explainVcpus(text),
    *check(value) {
      const isRight = value.text.split(',').every((part) => part === '' || RANGE.test(part));
      if (isRight) return;
      const data = { text: value.text };
      yield { code: 'misread-device-value', range: value.range, message: 'vcpuRange', data };
    },
  };
}

/** So many nodes have a row each. */
const MAX_SHOWN = 16;

/** What the distances of a node are to which node; nothing where they are no numbers. */
function listDistances(text: string): readonly (readonly [Word, Word])[] {
  const parts = text.split(',', MAX_SHOWN).filter((part) => part !== '');
  if (parts.length < 2 || !parts.every((part) => /^\s*\d+\s*$/.test(part))) return [];
  return parts.map((part, node) => [message('Distance to node {node}', { node: String(node) }), part.trim()]);
}

/** How many there are; of what is written in another form, nothing is said. */
function explainVcpus(text: string): Message | undefined {
  const parts = text.split(',').filter((part) => part !== '');
  const ranges = parts.map((part) => /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part));
  if (parts.length === 0 || ranges.includes(null)) return undefined;
  const count = ranges.reduce((sum, range) => sum + Math.max(0, Number(range?.[2] ?? range?.[1]) - Number(range?.[1]) + 1), 0);
  return count === 1 ? message('1 vCPU') : message('{count} vCPUs', { count: String(count) });
}

function size(): TextType {
  const sizeOf = (text: string): string | undefined => (/^\d{1,15}$/.test(text) ? sizeInLargestUnit(BigInt(text), 'MiB') : undefined);
  return {
    ...strictInteger('whole number (MiB)'),
    explain: ({ text }) => sizeOf(text),
    remark({ text }) {
      const size = sizeOf(text);
      return size === undefined ? undefined : { kind: 'size', text: size };
    },
  };
}

const VNUMA_KEYS: readonly KeyDeclaration[] = [
  { name: 'pnode', type: strictInteger(), summary: 'Chooses the NUMA node of the host.' },
  { name: 'size', type: size(), summary: 'Sets the memory of the node.' },
  { name: 'vcpus', type: cpus(), summary: 'Lists the vCPUs of the node.' },
  { name: 'vdistances', type: distances(), summary: 'Lists the distances to all nodes, its own first for the first node.' },
];

export const VNUMA_SPEC: Spec = {
  id: 'vnuma',
  what: 'a virtual NUMA node',
  keys: VNUMA_KEYS,
  fields: (text) => [splitPair(wholeOf(text), WIDEST_TARGET)],
  explain(text, context) {
    const { key, value } = splitPair(wholeOf(text), context.target);
    const declared = VNUMA_KEYS.find(({ name }) => name === key?.text);
    if (declared === undefined || value === undefined) return [];
    const distances = declared.name === 'vdistances' ? listDistances(value.text) : [];
    return distances.length > 0 ? distances : [[declared.name, explainText(declared, value.text, context)]];
  },
  *checkItem(item, context) {
    const { whole, key, value } = splitPair(item.whole, context.target);
    if (key === undefined || value === undefined) {
      yield malformed(whole, item, item.text.includes('=') ? 'emptyValue' : 'noEquals');
      return;
    }
    const declared = VNUMA_KEYS.find(({ name }) => name === key.text);
    if (declared === undefined) yield unknown(key, item);
    else yield* checkKey(declared, value, item, context);
  },
  *checkValue(value, context: SpecContext) {
    if (value.kind !== 'list') return;
    for (const node of value.items) {
      if (node.kind === 'atom') {
        yield { code: 'malformed-device', range: node.range, message: 'notNested', data: {}, stage: 'parse' };
        continue;
      }
      for (const each of node.items) if (each.kind === 'atom') yield* VNUMA_SPEC.checkItem(new SpecText(each), context);
    }
  },
};

function unknown(key: Slice, item: SpecText): ValueProblem {
  const data = { key: key.text, what: message('a virtual NUMA node'), replacement: '', since: '' };
  return { code: 'ignored-device-key', range: item.rangeOf(key), message: 'unknownSilently', data };
}
