import { message } from '../text/message';
import { defineRule } from '../linter/rule';
import type { DomainModel } from '../model/domain-model';
import { deviceItems } from '../model/queries/device-items';
import { listDisks } from '../model/queries/disks';
import { itemCountOf, type Setting, switchOf } from '../model/setting';
import { splitFields } from '../schema/c-text/fields';
import { isSince, isUntil } from '../schema/xen-version';
import { isDom0 } from '../specs/backend-domain';
import { isServedByQemu } from '../specs/disk/disk-backend';
import { valueOf } from '../specs/key-value';

export default defineRule({
  meta: {
    id: 'stubdomain-without-hvm',
    summary: 'Reports a stub domain for a domain that is not HVM but needs QEMU.',
    rationale:
      'Only HVM domains can have their device model in a domain of its own. libxl crashes when a PV or PVH domain asks for one and has a device that QEMU serves: a framebuffer, an image that is not raw, a channel.',
    category: 'correctness',
    severity: 'error',
    stage: 'create',
    subjects: ['device_model_stubdomain_override'],
    since: '4.8',
    fixable: 'never',
    messages: {
      default: 'A {type} domain cannot have its QEMU in a stub domain: libxl crashes',
    },
    evidence: ['tools/libs/light/libxl_dm.c: libxl__spawn_local_dm', 'tools/libs/light/libxl_dm.c: libxl__need_xenpv_qemu'],
  },
  *check({ model }) {
    const { byName, domainType } = model;
    const setting = byName.get('device_model_stubdomain_override');
    if (setting === undefined || domainType === 'hvm' || switchOf(setting) !== true) return;
    const device = findDeviceOfQemu(model);
    if (device === undefined) return;
    const related = [{ range: device.range, message: message('QEMU serves this') }];
    yield { message: 'default', range: setting.nameRange, data: { type: domainType.toUpperCase() }, related };
  },
});

/** What certainly needs QEMU in dom0. */
function findDeviceOfQemu(model: DomainModel): Setting | undefined {
  const { byName, domainType, target } = model;
  const has = (name: 'disk' | 'channel' | 'usbctrl', isServed: (text: string) => boolean): Setting | undefined =>
    deviceItems(model, name).some(({ text }) => isServed(text)) ? byName.get(name) : undefined;
  const [vfb, vnc, p9] = [byName.get('vfb'), byName.get('vnc'), byName.get('p9')];
  if (itemCountOf(vfb) > 0) return vfb;
  if (domainType === 'pv' && switchOf(vnc) === true) return vnc;
  if (itemCountOf(p9) > 0 && isSince(target.xen, '4.9') && isUntil(target.xen, '4.18')) return p9;
  return (
    (listDisks(model).some(({ disk }) => isServedByQemu(disk, target)) ? byName.get('disk') : undefined) ??
    has('channel', (text) => isDom0(valueOf(splitFields(text), 'backend')?.text.trim())) ??
    has('usbctrl', (text) => valueOf(splitFields(text), 'type')?.text.toLowerCase() === 'qusb')
  );
}
