import { message, type Message } from '../text/message';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { splitFields } from '../schema/c-text/fields';

const WHAT: Readonly<Record<string, Message>> = {
  bridge: message('a bridge'),
  script: message('the script'),
  backend: message('a driver domain'),
  gatewaydev: message('the interface'),
};

export default defineRule({
  meta: {
    id: 'network-depends-on-target',
    summary: 'Reports bridges, scripts and backends that have to be on the other host too.',
    rationale: 'Interfaces are connected anew on the other host, by the same script, to the bridge of the same name.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['vif'],
    fixable: 'never',
    migration: { strength: 'depends', reason: 'the same networks', advice: 'Give both hosts bridges and scripts of the same names.' },
    isOptIn: true,
    messages: {
      default: 'The other host needs {what} `{text}`',
    },
    evidence: ['tools/libs/light/libxl_nic.c: libxl__set_xenstore_nic'],
  },
  *check({ model }) {
    for (const item of deviceItems(model, 'vif')) {
      for (const { key, value } of splitFields(item.text)) {
        const what = WHAT[key?.text ?? ''];
        if (what !== undefined && value !== undefined)
          yield { message: 'default', range: item.rangeOf(value), data: { what, text: value.text } };
      }
    }
  },
});
