import { atomOf, switchOf } from '../model/setting';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'open-display-without-password',
    summary: 'Reports a VNC display that anybody on the network can use.',
    rationale: '`0.0.0.0` opens the display to all networks of the host, and without a password everybody there sees and steers the guest.',
    category: 'correctness',
    severity: 'information',
    subjects: ['vnclisten'],
    fixable: 'never',
    messages: {
      default: 'Everybody on the network can use this display: it listens on all addresses and has no password',
    },
    evidence: ['docs/man/xl.cfg.5.pod.in'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const listen = byName.get('vnclisten');
    const password = atomOf(byName.get('vncpasswd'))?.text ?? '';
    const isShown = domainType === 'hvm' ? switchOf(byName.get('vnc')) !== false : switchOf(byName.get('vnc')) === true;
    if (listen === undefined || domainType === 'pvh' || !isShown || password !== '') return;
    if (/^0\.0\.0\.0(?::|$)/.test(atomOf(listen)?.text ?? '')) yield { message: 'default', range: listen.valueRange };
  },
});
