import { atomOf, numberOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { listVirtioDevices, UART_INTERRUPT } from '../model/queries/virtio-devices';

export default defineRule({
  meta: {
    id: 'too-few-shared-interrupts',
    summary: 'Reports a number of shared interrupts below what the devices need.',
    rationale:
      'The virtual UART, virtio devices and interrupts of the host all take shared interrupts of the guest. libxl refuses a domain whose `nr_spis` does not reach that far.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['nr_spis'],
    since: '4.21',
    fixable: 'never',
    messages: {
      default: 'The devices need {needed} shared interrupts, more than the {given} of `nr_spis`: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_arm.c: libxl__arch_domain_prepare_config'],
  },
  *check({ model }) {
    const spis = model.byName.get('nr_spis');
    const given = numberOf(spis);
    if (model.target.arch !== 'arm' || spis === undefined || given === undefined) return;
    const virtioCount = listVirtioDevices(model).length;
    const ofUart = atomOf(model.byName.get('vuart'))?.text.toLowerCase() === 'sbsa_uart' ? 1 : 0;
    const ofHost = deviceItems(model, 'irqs').map(({ text }) => Number(text) - UART_INTERRUPT + 1);
    const needed = Math.max(ofUart, virtioCount === 0 ? 0 : virtioCount + 1, ...ofHost.filter((count) => count > 0));
    if (given < BigInt(needed))
      yield { message: 'default', range: spis.valueRange, data: { needed: String(needed), given: String(given) } };
  },
});
