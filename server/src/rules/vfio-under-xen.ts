import { SpecText } from '../schema/spec-text';
import { atomsOf } from '../schema/xl-value';
import { defineRule } from '../linter/rule';

const OPTIONS = ['device_model_args', 'device_model_args_hvm', 'device_model_args_pv'] as const;

export default defineRule({
  meta: {
    id: 'vfio-under-xen',
    summary: 'Reports a device that QEMU is to pass through by VFIO.',
    rationale:
      'VFIO needs the IOMMU, which belongs to Xen and not to the kernel of dom0. QEMU finds no group for the device and stops. Xen passes devices through by `pci`.',
    category: 'correctness',
    severity: 'warning',
    subjects: OPTIONS,
    fixable: 'never',
    messages: {
      default: 'QEMU cannot use VFIO under Xen and stops. Give the device with `pci`',
    },
    evidence: ['docs/man/xl.cfg.5.pod.in: pci', 'hw/vfio/pci.c of QEMU: vfio_realize'],
  },
  *check({ model }) {
    for (const name of OPTIONS) {
      for (const atom of atomsOf(model.byName.get(name)?.value)) {
        if (/^vfio-pci\b/.test(atom.text)) yield { message: 'default', range: new SpecText(atom).wholeRange };
      }
    }
  },
});
