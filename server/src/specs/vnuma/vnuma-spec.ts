/** The language of virtual NUMA nodes: one list of settings a node (xl_parse.c, parse_vnuma_config). */
import { message } from '../../text/message';
import { WIDEST_TARGET } from '../../schema/target';
import type { ValueProblem } from '../../schema/value-problem';
import { splitPair } from '../../schema/c-text/fields';
import type { KeyDeclaration, Spec, SpecContext, TextType } from '../../schema/value-types/value-type';
import { checkKey, malformed } from '../spec-key';
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
    *check(value) {
      const isRight = value.text.split(',').every((part) => part === '' || RANGE.test(part));
      if (isRight) return;
      const data = { text: value.text };
      yield { code: 'misread-device-value', range: value.range, message: 'vcpuRange', data };
    },
  };
}

const VNUMA_KEYS: readonly KeyDeclaration[] = [
  { name: 'pnode', type: strictInteger(), summary: 'Chooses the NUMA node of the host.' },
  { name: 'size', type: strictInteger('whole number (MiB)'), summary: 'Sets the memory of the node.' },
  { name: 'vcpus', type: cpus(), summary: 'Lists the vCPUs of the node.' },
  { name: 'vdistances', type: distances(), summary: 'Lists the distances to all nodes, its own first for the first node.' },
];

export const VNUMA_SPEC: Spec = {
  id: 'vnuma',
  what: 'a virtual NUMA node',
  keys: VNUMA_KEYS,
  fields: (text) => [splitPair(wholeOf(text), WIDEST_TARGET)],
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
