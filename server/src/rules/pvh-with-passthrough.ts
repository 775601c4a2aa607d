import { atomOf, itemCountOf } from '../model/setting';
import { defineRule } from '../linter/rule';

/** Modes in which the domain can have devices. */
const ON = new Set(['enabled', 'sync_pt', 'share_pt']);

export default defineRule({
  meta: {
    id: 'pvh-with-passthrough',
    summary: 'Reports devices of the host in the config of a PVH domain.',
    rationale: 'On x86, libxl refuses to create a PVH domain with passed-through devices, or with `passthrough` switched on.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['pci', 'dtdev', 'passthrough'],
    since: '4.13',
    fixable: 'never',
    messages: {
      default: 'An x86 PVH domain cannot have devices of the host: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_x86.c: libxl__arch_passthrough_mode_setdefault'],
  },
  *check({ model }) {
    if (model.domainType !== 'pvh' || model.target.arch !== 'x86') return;
    for (const name of ['pci', 'dtdev'] as const) {
      const setting = model.byName.get(name);
      if (setting !== undefined && itemCountOf(setting) > 0) yield { message: 'default', range: setting.nameRange };
    }
    const passthrough = model.byName.get('passthrough');
    const mode = atomOf(passthrough)?.text.toLowerCase();
    if (passthrough !== undefined && mode !== undefined && ON.has(mode)) yield { message: 'default', range: passthrough.valueRange };
  },
});
