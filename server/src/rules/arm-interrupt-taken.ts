import { atomOf } from '../model/setting';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { isSince } from '../schema/xen-version';
import { listVirtioDevices, UART_INTERRUPT } from '../model/queries/virtio-devices';

export default defineRule({
  meta: {
    id: 'arm-interrupt-taken',
    summary: 'Reports interrupts that Xen needs for a virtual device.',
    rationale:
      'On Arm the virtual UART has interrupt 32 of the guest, and virtio devices have those from 33 on. libxl refuses a domain that gives the guest one of them from the host.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['irqs'],
    since: '4.10',
    fixable: 'never',
    messages: {
      vuart: 'Interrupt 32 belongs to the virtual UART: libxl refuses the domain',
      virtio: 'Interrupt {irq} belongs to a virtio device: libxl refuses the domain',
    },
    evidence: ['tools/libs/light/libxl_arm.c: libxl__arch_domain_prepare_config'],
  },
  *check({ model }) {
    if (model.target.arch !== 'arm') return;
    const hasUart = atomOf(model.byName.get('vuart'))?.text.toLowerCase() === 'sbsa_uart';
    const virtioCount = isSince(model.target.xen, '4.17') ? listVirtioDevices(model).length : 0;
    for (const item of deviceItems(model, 'irqs')) {
      const irq = Number(item.text);
      if (hasUart && irq === UART_INTERRUPT) yield { message: 'vuart', range: item.wholeRange };
      const isVirtio = irq > UART_INTERRUPT && irq <= UART_INTERRUPT + virtioCount;
      if (isVirtio) yield { message: 'virtio', range: item.wholeRange, data: { irq: item.text } };
    }
  },
});
