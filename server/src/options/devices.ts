/** Options on devices. */
import { defineSection } from '../schema/option';
import { list, nestedList } from '../schema/value-types/list';
import { CHANNEL_SPEC } from '../specs/channel/channel-spec';
import { DISK_SPEC } from '../specs/disk/disk-spec';
import { VDISPL_SPEC, VFB_SPEC, VKB_SPEC } from '../specs/display/display-specs';
import { P9_SPEC } from '../specs/p9/p9-spec';
import { USBCTRL_SPEC, USBDEV_SPEC } from '../specs/usb/usb-specs';
import { VIF_SPEC } from '../specs/vif/vif-spec';
import { VIRTIO_SPEC } from '../specs/virtio/virtio-spec';
import { VSND_SPEC } from '../specs/vsnd/vsnd-spec';
import { PVCALLS_SPEC, VTPM_SPEC } from '../specs/vtpm/vtpm-specs';

export const DEVICES_OPTIONS = defineSection('devices', [
  {
    name: 'disk',
    type: list({ spec: DISK_SPEC }),
    devices: { at: 'disks', identity: ['vdev'] },
    summary: 'Lists the disks of the domain.',
    details:
      'Each item is a string such as `"format=raw, vdev=xvda, access=rw, target=/dev/vg/web1"`. `target` comes last, since it takes the rest of the string. Without `format` the image is read as raw, which matters for qcow2 files.',
    usage: 128,
    examples: [
      { title: 'raw block device', body: 'disk = [ "format=raw, vdev=${1:xvda}, access=rw, target=${2:/dev/vg/name}" ]' },
      { title: 'qcow2 image', body: 'disk = [ "format=qcow2, vdev=${1:xvda}, access=rw, target=${2:/var/lib/xen/images/name.qcow2}" ]' },
      {
        title: 'disk and CD-ROM',
        body: 'disk = [\n  "format=raw, vdev=${1:xvda}, access=rw, target=${2:/dev/vg/name}",\n  "format=raw, vdev=${3:hdc}, access=ro, devtype=cdrom, target=${4:/srv/iso/install.iso}",\n]',
      },
    ],
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/libs/util/libxlu_disk_l.l'],
  },
  {
    name: 'vif',
    type: list({ spec: VIF_SPEC }),
    devices: { at: 'nics', hasIds: true },
    summary: 'Lists the network interfaces of the domain.',
    details:
      'Each item is a string for one interface such as `"mac=00:16:3e:12:34:56,bridge=xenbr0"`. Without `mac` the interface gets a new address at every creation.',
    usage: 120,
    examples: [
      { title: 'bridged interface', body: 'vif = [ "bridge=${1:xenbr0}" ]' },
      { title: 'fixed MAC address', body: 'vif = [ "mac=${1:00:16:3e:00:00:01}, bridge=${2:xenbr0}" ]' },
    ],
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_nic_config'],
  },
  {
    name: 'vif2',
    type: list(),
    summary: 'Once listed network interfaces of a second kind.',
    details: 'xl never supported them and only prints a warning. Use `vif`.',
    withoutEffect: { isSilent: false },
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vtpm',
    type: list({ spec: VTPM_SPEC }),
    devices: { at: 'vtpms', hasIds: true },
    summary: 'Lists virtual TPM devices.',
    details: 'Each item names the backend domain and the UUID of the virtual TPM. It needs a vTPM manager domain.',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'p9',
    type: list({ spec: P9_SPEC }),
    devices: { at: 'p9s', identity: ['tag'] },
    summary: 'Shares directories of the host through the 9P protocol.',
    details: 'Each item names a tag, a path and a security model, for example `"tag=share,security_model=none,path=/srv/share"`.',
    since: '4.9',
    examples: [{ title: 'shared directory', body: 'p9 = [ "tag=${1:share}, security_model=none, path=${2:/srv/share}" ]' }],
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvcalls',
    type: list({ spec: PVCALLS_SPEC }),
    devices: { at: 'pvcallsifs', hasIds: true },
    summary: 'Lets the guest make socket calls in another domain.',
    details: 'Each item names the backend domain. The guest needs the PV calls driver.',
    since: '4.11',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'channel',
    type: list({ spec: CHANNEL_SPEC }),
    devices: { at: 'channels', hasIds: true },
    summary: 'Lists byte channels between the host and an agent in the guest.',
    details:
      'Each item has a `name` by which the guest finds the channel, and a `connection`: a `pty`, or a `socket` with a `path` on the host.',
    examples: [
      { title: 'agent on a socket', body: 'channel = [ "connection=socket, path=${2:/run/xen/agent.sock}, name=${1:org.example.agent}" ]' },
    ],
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vfb',
    type: list({ spec: VFB_SPEC }),
    devices: { at: 'vfbs', hasIds: true },
    summary: 'Lists paravirtual framebuffers.',
    details:
      'A display for PV and PVH domains, shown through VNC or SDL: `["vnc=1,vnclisten=127.0.0.1"]`. An HVM domain uses `vnc`, `spice` or `sdl` at the top level.',
    domainTypes: ['pv', 'pvh'],
    usage: 9,
    examples: [{ title: 'VNC on the host only', body: 'vfb = [ "vnc=1, vnclisten=${1:127.0.0.1}" ]' }],
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vkb',
    type: list({ spec: VKB_SPEC }),
    devices: { at: 'vkbs', hasIds: true },
    summary: 'Lists virtual keyboards, pointers and touch screens.',
    details: 'Each item needs a `backend-type`. A framebuffer brings its own keyboard, so this is for displays without one.',
    since: '4.12',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vsnd',
    type: nestedList({ spec: VSND_SPEC }),
    devices: { at: 'vsnds', hasIds: true },
    summary: 'Lists virtual sound cards.',
    details: 'A nested list describes card, PCM devices and streams. It needs a sound backend, common on Arm boards.',
    since: '4.12',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vdispl',
    type: list({ spec: VDISPL_SPEC }),
    devices: { at: 'vdispls', hasIds: true },
    summary: 'Lists virtual displays.',
    details: 'Each item names the backend and the connectors with their resolution. It needs a display backend, common on Arm boards.',
    since: '4.10',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'virtio',
    type: list({ spec: VIRTIO_SPEC }),
    devices: { at: 'virtios', hasIds: true },
    summary: 'Lists virtio devices over MMIO.',
    details: 'For Arm guests whose devices are served by a program outside Xen, such as I2C and GPIO.',
    domainTypes: ['pvh'],
    arch: 'arm',
    since: '4.18',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'usbctrl',
    type: list({ spec: USBCTRL_SPEC }),
    devices: { at: 'usbctrls', hasIds: true },
    summary: 'Lists USB controllers.',
    details: 'Each can have a version, a number of ports and a type; `usbdev` then plugs host devices into them.',
    since: '4.7',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'usbdev',
    type: list({ spec: USBDEV_SPEC }),
    devices: { at: 'usbdevs' },
    summary: 'Passes USB devices of the host to the guest.',
    details:
      'Each item names a device by bus and address. The addresses change when devices are plugged in anew. A domain that owns a USB device is tied to its host.',
    since: '4.7',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
