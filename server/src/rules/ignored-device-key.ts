/** Reports a key inside a device string that xl ignores. */
import { defineValueRule } from './value-rule';

export default defineValueRule({
  meta: {
    id: 'ignored-device-key',
    summary: 'Reports a key inside a device string that xl ignores.',
    rationale:
      'For some devices xl only prints a line about a key that it does not know, or says nothing, and the device is made without it.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    messages: {
      unknown: 'xl does not know `{key}` for {what}: it prints a line and goes on without',
      misspelt: 'xl does not know `{key}` for {what} and goes on without; did you mean `{replacement}`?',
      tooNew: 'xl knows `{key}` for {what} only since Xen {since}, and goes on without',
      unknownSilently: 'xl does not know `{key}` for {what} and ignores it without a word',
      misspeltSilently: 'xl does not know `{key}` for {what} and ignores it without a word; did you mean `{replacement}`?',
      tooNewSilently: 'xl knows `{key}` for {what} only since Xen {since}, and ignores it without a word',
    },
    evidence: ['tools/xl/xl_parse.c: parse_nic_config'],
  },
});
