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
      displayTwice: 'The VNC display is also given in `vnclisten`',
    },
    evidence: ['tools/libs/util/libxlu_disk_l.l', 'tools/libs/light/libxl_device.c: disk_try_backend'],
  },
});
