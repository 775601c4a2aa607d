/** Options on security. */
import { defineSection } from '../schema/option';
import { text } from '../schema/value-types/text';

export const SECURITY_OPTIONS = defineSection('security', [
  {
    name: 'seclabel',
    type: text(),
    fills: ['c_info.ssid_label', 'b_info.exec_ssid_label'],
    summary: 'Sets the XSM label of the domain.',
    details: 'Only matters where the hypervisor enforces an XSM policy; the label has to be known to it.',
    usage: 5,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'init_seclabel',
    type: text(),
    summary: 'Sets the XSM label that holds while the domain is built.',
    details: '`seclabel` takes over when the domain starts.',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
