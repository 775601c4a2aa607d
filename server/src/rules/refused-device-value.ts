/** Reports a value inside a device string that makes xl or libxl refuse the domain. */
import { defineValueRule } from './value-rule';

export default defineValueRule({
  meta: {
    id: 'refused-device-value',
    summary: 'Reports a value inside a device string that makes xl or libxl refuse the domain.',
    rationale: 'Some values are checked when the file is read, others when the device is made.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    messages: {
      notInList: '`{text}` is no value of `{key}`; it can be {expected}',
      form: '`{text}` is not {form}',
      emptyDisk: 'Only a CD drive can be empty',
      filledEmptyDisk: 'A disk of the format `empty` cannot have a target',
      backendFormat: 'The backend `{text}` cannot serve the format `{format}`',
      virtioBackend: '`specification=virtio` and `backendtype=standalone` only go together',
      ioemu: 'A {type} domain cannot have an emulated card',
      portAlone: 'A port can only be chosen together with a controller',
      usbVersion: 'A controller of the kind {kind} has the version {versions}, not {text}',
      usbPorts: 'A controller of the kind {kind} and version {version} has {wanted} ports',
      script: 'The backend `{text}` cannot run a hotplug script',
      colo: 'Only `qdisk` can replicate a disk with COLO, not `{text}`',
      cdromBackend: 'A CD drive of an HVM domain needs {wanted}, not `{text}`',
      limits: 'Only `xen_9pfsd` has `{key}`',
      multifunction: 'All functions of a device need a slot in the guest, such as `@5`',
      tooManyOem: 'There can be 99 `oem` strings',
      virtioType: 'On Arm, a virtio device over MMIO has a type such as `virtio,device22`',
      displayTwice: 'The VNC display is also given in `vnclisten`',
    },
    evidence: ['tools/libs/util/libxlu_disk_l.l', 'tools/libs/light/libxl_device.c: disk_try_backend'],
  },
});
