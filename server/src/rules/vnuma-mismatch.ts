import { defineRule } from '../linter/rule';
import { numberOf } from '../model/setting';
import { readVnuma } from '../specs/vnuma/vnuma';

export default defineRule({
  meta: {
    id: 'vnuma-mismatch',
    summary: 'Reports virtual NUMA nodes that do not add up to the domain.',
    rationale: 'xl adds the memory and the vCPUs of all nodes and refuses the file when `maxmem` or `maxvcpus` say something else.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    subjects: ['vnuma'],
    fixable: 'never',
    messages: {
      memory: 'The nodes of `vnuma` have {sum} MiB in all, not {value}: xl refuses the file',
      vcpus: 'The nodes of `vnuma` have {sum} vCPUs in all, not {value}: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_vnuma_config'],
  },
  *check({ model }) {
    const nodes = readVnuma(model.byName.get('vnuma')?.value, model.target);
    if (nodes === undefined || nodes.length === 0) return;
    const memory = model.byName.get('maxmem');
    const size = nodes.reduce((sum, node) => sum + node.addedSize, 0n);
    const [max, limit] = [numberOf(memory), numberOf(model.byName.get('maxvcpus'))];
    if (memory !== undefined && max !== undefined && max !== size) {
      yield { message: 'memory', range: memory.valueRange, data: { sum: String(size), value: String(max) } };
    }
    const count = nodes.reduce((sum, node) => sum + node.vcpuCount, 0);
    const vcpus = model.byName.get('maxvcpus');
    if (vcpus !== undefined && limit !== undefined && limit !== 0n && limit !== BigInt(count)) {
      yield { message: 'vcpus', range: vcpus.valueRange, data: { sum: String(count), value: String(limit) } };
    }
  },
});
