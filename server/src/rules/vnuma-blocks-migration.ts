import { defineRule } from '../linter/rule';
import { itemCountOf } from '../model/setting';
import { removeSetting } from '../linter/fixes/remove-setting';
import { stateIntent } from '../linter/fixes/state-intent';

export default defineRule({
  meta: {
    id: 'vnuma-blocks-migration',
    summary: 'Reports virtual NUMA nodes, with which a domain can be neither saved nor migrated.',
    rationale: 'The stream in which a domain moves has no place for its nodes, so the toolstack refuses to save a domain that has any.',
    category: 'compatibility',
    severity: 'warning',
    subjects: ['vnuma'],
    fixable: 'always',
    migration: { strength: 'refused', reason: 'virtual NUMA', advice: 'Do without virtual NUMA nodes.' },
    messages: {
      default: 'A domain with virtual NUMA nodes can be neither saved nor migrated: `xl` refuses it',
    },
    evidence: ['tools/libs/light/libxl_dom_save.c: libxl__domain_save'],
  },
  *check({ model }) {
    const vnuma = model.byName.get('vnuma');
    if (vnuma === undefined || itemCountOf(vnuma) === 0 || model.domainType === 'pv') return;
    yield { message: 'default', range: vnuma.nameRange, fixes: [...stateIntent(model), removeSetting(vnuma, model.tree.text, 'review')] };
  },
});
