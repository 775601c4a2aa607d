import { deviceItems } from '../model/queries/device-items';
import { splitFields } from '../schema/c-text/fields';
import { valueOf } from '../specs/key-value';
import { removeField } from '../linter/fixes/remove-field';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'nic-model-without-emulation',
    summary: 'Reports the `model` of a network interface that is not emulated.',
    rationale:
      'The model is that of the emulated card, which only HVM domains have, and only where `type=vif` does not leave it out. The PV interface has no model.',
    category: 'correctness',
    severity: 'hint',
    subjects: ['vif'],
    fixable: 'always',
    tag: 'unnecessary',
    messages: {
      type: '`model` has no effect: {type} domains have no emulated network card',
      vif: '`model` has no effect: `type=vif` leaves the emulated card out',
    },
    evidence: ['tools/libs/light/libxl_nic.c: libxl__device_nic_setdefault'],
  },
  *check({ model }) {
    if (model.target.arch !== 'x86') return;
    for (const item of deviceItems(model, 'vif')) {
      const fields = splitFields(item.text);
      const card = fields.find(({ key }) => key?.text === 'model');
      if (card === undefined) continue;
      const range = item.rangeOf(card.whole);
      const fixes = [removeField(item, card.whole, 'model')];
      if (model.domainType !== 'hvm') yield { message: 'type', range, data: { type: model.domainType.toUpperCase() }, fixes };
      else if (valueOf(fields, 'type')?.text === 'vif') yield { message: 'vif', range, fixes };
    }
  },
});
