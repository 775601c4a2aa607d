import { defineRule } from '../linter/rule';
import type { DomainModel } from '../model/domain-model';
import { listFramebuffers } from '../model/queries/framebuffers';
import { atomOf, itemCountOf, numberOf, switchOf } from '../model/setting';
import type { TextRange } from '../text/text-range';
import { readAtoi } from '../schema/c-text/c-number';
import { valueOf } from '../specs/key-value';

export default defineRule({
  meta: {
    id: 'framebuffer-display-twice',
    summary: 'Reports a VNC display number beside one in the address, in a domain with a framebuffer.',
    rationale:
      'QEMU gets the address and the display of the first framebuffer of a PV or PVH domain. libxl refuses the domain when `vnclisten` holds a display and `vncdisplay` is not 0.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['vfb', 'vnc'],
    fixable: 'never',
    messages: {
      default: 'The VNC display is also given in `vnclisten`: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new'],
  },
  *check({ model }) {
    if (model.domainType === 'hvm') return;
    const range = itemCountOf(model.byName.get('vfb')) > 0 ? findInFramebuffer(model) : findInOptions(model);
    if (range !== undefined) yield { message: 'default', range };
  },
});

/** Nothing but the first framebuffer counts. */
function findInFramebuffer(model: DomainModel): TextRange | undefined {
  const [first] = listFramebuffers(model);
  if (first === undefined) return undefined;
  const [vnc, listen, display] = (['vnc', 'vnclisten', 'vncdisplay'] as const).map((key) => valueOf(first.fields, key));
  const isOn = vnc === undefined || readAtoi(vnc.text) !== 0;
  const isTwice = display !== undefined && listen?.text.includes(':') === true && readAtoi(display.text) !== 0;
  return isOn && isTwice ? first.item.rangeOf(display) : undefined;
}

/** xl makes a framebuffer of the options for HVM domains where a PV domain has none. */
function findInOptions({ byName, domainType }: DomainModel): TextRange | undefined {
  const display = byName.get('vncdisplay');
  const isOn = domainType === 'pv' && switchOf(byName.get('vnc')) === true;
  const isTwice = atomOf(byName.get('vnclisten'))?.text.includes(':') === true && (numberOf(display) ?? 0n) !== 0n;
  return isOn && isTwice ? display?.valueRange : undefined;
}
