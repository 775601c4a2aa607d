/** A host with other domains, for tests and the pages of rules about them. */
import type { DocumentSettings } from '../../server/src/language-service';
import type { Neighbours } from '../../server/src/workspace/neighbours';
import { DEFAULT_SETTINGS } from './check';

const DB = { domain: 'db', place: 'rack1/db.cfg:3', isReader: false };

export const SAMPLE_NEIGHBOURS: Neighbours = {
  hosts: [{ name: 'rack1', cpus: 8, bridges: ['xenbr0'], pools: ['fast'], pci: ['0000:09:00.0', '0000:09:00.1'] }],
  claimants: {
    'name db': [DB],
    'uuid 3f2504e04f8911d39a0c0305e82c3301': [DB],
    'mac 00:16:3e:00:00:01': [DB],
    'interface web0': [DB],
    'disk /dev/vg/shared': [DB],
    'disk /dev/vg/read': [{ ...DB, isReader: true }],
    'pci 0000:09:00.0': [DB],
    'display 7': [DB],
  },
  fullHosts: [],
  missingBackends: ['net'],
};

/** The same where a domain is one too many. */
export const FULL_HOST: Neighbours = {
  ...SAMPLE_NEIGHBOURS,
  fullHosts: [{ host: 'rack1', needed: 18 * 1024 * 1024, available: 15 * 1024 * 1024, domains: 3 }],
};

export function settingsBeside(neighbours: Neighbours): DocumentSettings {
  return { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, neighbours } };
}
