import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { matchPrefix } from '../schema/value-types/prefix-choice';
import { removeSetting } from '../linter/fixes/remove-setting';

export default defineRule({
  meta: {
    id: 'builder-contradicts-type',
    summary: 'Reports `builder` and `type` that name different types of domain.',
    rationale: 'xl refuses the file. `builder` is the older of the two and can go.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    subjects: ['builder'],
    since: '4.10',
    fixable: 'always',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: '`builder` says {builder} and `type` says {type}: xl refuses the file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const builder = model.byName.get('builder');
    const meaning = matchPrefix(['hvm', 'generic'], atomOf(builder)?.text ?? '-');
    const isDecidedByType = model.typeSetting?.name === 'type';
    if (builder === undefined || meaning === undefined || !isDecidedByType) return;
    const builderType = meaning === 'hvm' ? 'hvm' : 'pv';
    if (builderType === model.domainType) return;
    const data = { builder: builderType.toUpperCase(), type: model.domainType.toUpperCase() };
    const fixes = [removeSetting(builder, model.tree.text, 'review')];
    yield { message: 'default', range: builder.valueRange, data, fixes };
  },
});
