import { deviceItems } from '../model/queries/device-items';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'first-channel-lost',
    summary: 'Reports the first channel of a domain, which libxl drops.',
    rationale:
      'xl gives the first channel the number 0, which is that of the console. libxl reports a console with an invalid configuration and creates the domain without the channel. Later point releases of Xen 4.18 to 4.20 no longer do so.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['channel'],
    since: '4.11',
    until: '4.17',
    fixable: 'never',
    messages: {
      default: 'libxl drops the first channel, which has the number of the console',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/libs/light/libxl_console.c: libxl__device_console_add'],
  },
  *check({ model }) {
    const [first] = deviceItems(model, 'channel');
    if (first !== undefined) yield { message: 'default', range: first.wholeRange };
  },
});
