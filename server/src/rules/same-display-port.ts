import { defineRule } from '../linter/rule';
import { findRivals, wordsOf } from '../linter/rivals';

export default defineRule({
  meta: {
    id: 'same-display-port',
    summary: 'Reports displays of domains on one host that have the same port.',
    rationale: 'With `vncunused = 0`, QEMU does not look for a free port: it stops where another domain has the display already.',
    category: 'correctness',
    severity: 'warning',
    isAboutNeighbours: true,
    subjects: ['vncdisplay'],
    fixable: 'never',
    messages: {
      default: '`{domain}` has the same VNC display on this host ({place})',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new'],
  },
  *check(context) {
    for (const rivalry of findRivals(context, 'display')) yield { message: 'default', range: rivalry.claim.range, data: wordsOf(rivalry) };
  },
});
