import { atomOf } from '../model/setting';
import { CONFIGS_AND_TEMPLATES, defineRule } from '../linter/rule';
import { isRead } from '../model/domain-model';

const NAMES = new Set(['unknown', 'rombios', 'seabios', 'ovmf']);

export default defineRule({
  meta: {
    id: 'firmware-taken-as-path',
    summary: 'Reports firmware that xl takes for the path of a file.',
    rationale:
      'For an HVM domain xl knows `bios`, `uefi`, `seabios`, `ovmf` and `rombios`; any other text is silently taken for the path of a firmware image.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['firmware'],
    since: '4.10',
    fixable: 'never',
    fileKinds: CONFIGS_AND_TEMPLATES,
    messages: {
      default: 'xl does not know the firmware `{text}` and takes it for the path of a file',
    },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  *check({ model }) {
    const firmware = model.byName.get('firmware');
    const atom = atomOf(firmware);
    if (model.domainType !== 'hvm' || firmware === undefined || atom === undefined || atom.text.includes('/')) return;
    const text = atom.text.toLowerCase();
    const isKnown = NAMES.has(text) || ['uefi', 'bios'].some((word) => word.startsWith(atom.text));
    if (!isKnown && isRead(firmware, model.target, 'hvm')) yield { message: 'default', range: atom.range, data: { text: atom.text } };
  },
});
