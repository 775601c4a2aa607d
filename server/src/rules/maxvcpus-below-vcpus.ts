import { writeInstead } from '../linter/fixes/write-instead';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { numberOf } from '../model/setting';

export default defineRule({
  meta: {
    id: 'maxvcpus-below-vcpus',
    summary: 'Reports a limit of vCPUs that is lower than the number at start.',
    rationale: 'xl refuses the file.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    subjects: ['maxvcpus'],
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`maxvcpus` ({max}) is below `vcpus` ({vcpus}): xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const vcpus = numberOf(model.byName.get('vcpus'));
    const limit = model.byName.get('maxvcpus');
    const max = numberOf(limit);
    if (limit === undefined || vcpus === undefined || max === undefined || BigInt.asIntN(32, max) >= vcpus) return;
    const range = limit.valueRange;
    yield { message: 'default', range, data: { max: String(max), vcpus: String(vcpus) }, fixes: [writeInstead(range, String(vcpus))] };
  },
});
