import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';

/** Addresses that every host has. */
const EVERYWHERE = new Set(['0.0.0.0', '127.0.0.1', 'localhost', '']);

export default defineRule({
  meta: {
    id: 'display-depends-on-target',
    summary: 'Reports fixed addresses of displays that have to be free on the other host too.',
    rationale: 'The device model opens the same address and display number again on the other host.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['vncdisplay', 'vnclisten', 'spiceport'],
    fixable: 'never',
    migration: {
      strength: 'depends',
      reason: 'the same display address free',
      advice: 'Leave the display number to the toolstack with `vncunused`, and listen on an address that every host has.',
    },
    isOptIn: true,
    messages: {
      default: 'The other host needs this display address, and nobody else on it',
    },
    evidence: ['docs/man/xl.cfg.5.pod.in: vnclisten'],
  },
  *check({ model }) {
    for (const name of ['vncdisplay', 'spiceport'] as const) {
      const setting = model.byName.get(name);
      if (setting?.value !== undefined && model.domainType === 'hvm') yield { message: 'default', range: setting.nameRange };
    }
    const listen = model.byName.get('vnclisten');
    const address = atomOf(listen)?.text.replace(/:.*/, '');
    if (listen !== undefined && address !== undefined && !EVERYWHERE.has(address)) yield { message: 'default', range: listen.valueRange };
  },
});
