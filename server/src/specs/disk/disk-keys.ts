/** The parameters of a disk string. */
import { choice } from '../../schema/value-types/choice';
import { readAtoi } from '../../schema/c-text/c-number';
import { toDefbool } from '../../schema/libxl-text';
import { path } from '../../schema/value-types/path';
import { defaultFlag, domainName, flag, ignoredText, text } from '../../schema/value-types/text';
import type { ChoiceValue, KeyDeclaration, TextType } from '../../schema/value-types/value-type';
import type { Target } from '../../schema/target';
import { HOTPLUG_SCRIPT, SCRIPT_FOLDER } from '../../schema/named-thing';
import { isSince } from '../../schema/xen-version';
import { VDEV } from './vdev';

/** What takes more than the value of the key: positions, old forms, and what libxl makes of an empty drive. */
function computed(type: TextType): TextType {
  return { ...type, read: () => undefined };
}

const FORMATS: readonly ChoiceValue[] = [
  { value: 'raw' },
  { value: 'qcow2' },
  { value: 'qcow' },
  { value: 'vhd' },
  { value: 'qed', since: '4.9' },
  { value: 'empty', detail: 'CD drive without a disc' },
];

/** Whether xl of a target takes images of a format. */
export function takesFormat(name: string, target: Target): boolean {
  return FORMATS.some(({ value, since }) => value === name && isSince(target.xen, since));
}

export const DISK_KEYS: readonly KeyDeclaration<'backend' | 'colo_enable' | 'discard_enable'>[] = [
  {
    name: 'format',
    repeat: 'same',
    usage: 29,
    type: computed(choice({ values: FORMATS })),
    summary: 'Says how the image is written; raw where nothing says it, whatever the file really is.',
    default: 'raw',
  },
  {
    name: 'vdev',
    repeat: 'refused',
    usage: 111,
    type: { ...ignoredText('`xvda`, `hda`, `sda` …, with a number for a partition'), identifies: VDEV },
    summary: 'Names the disk as the guest sees it.',
  },
  {
    name: 'access',
    usage: 100,
    type: computed(choice({ values: [{ value: 'rw' }, { value: 'ro' }, { value: 'w' }, { value: 'r' }] })),
    summary: 'Says whether the guest can write; a CD is always read-only.',
    default: 'rw',
  },
  {
    name: 'devtype',
    usage: 25,
    type: computed(choice({ values: [{ value: 'disk' }, { value: 'cdrom' }] })),
    summary: 'Makes the disk a CD drive, whose disc can be changed.',
    default: 'disk',
  },
  { name: 'cdrom', usage: 1, type: computed(flag()), summary: 'Means the same as `devtype=cdrom`.' },
  {
    name: 'backend',
    repeat: 'refused',
    usage: 5,
    field: 'backend_domname',
    type: domainName(),
    summary: 'Names the driver domain that serves the disk.',
    default: 'dom0',
  },
  {
    name: 'backendtype',
    repeat: 'same',
    usage: 3,
    field: 'backend',
    type: choice({
      values: [
        { value: 'phy', detail: 'block devices, served by the kernel' },
        { value: 'qdisk', detail: 'served by QEMU' },
        { value: 'tap' },
        { value: 'standalone', since: '4.17', detail: 'a program of its own' },
      ],
    }),
    summary: 'Chooses the program that serves the disk.',
    defaultNote: 'the first that fits',
  },
  {
    name: 'specification',
    repeat: 'same',
    since: '4.17',
    type: choice({ values: [{ value: 'xen' }, { value: 'virtio' }] }),
    summary: 'Chooses the protocol between guest and backend.',
    default: 'xen',
  },
  {
    name: 'script',
    repeat: 'refused',
    type: text({ what: 'name of a hotplug script', file: { use: 'program', base: SCRIPT_FOLDER }, refersTo: HOTPLUG_SCRIPT }),
    summary: 'Prepares the target with a script, for example for iSCSI or DRBD.',
  },
  { name: 'direct-io-safe', type: flag(), summary: 'Lets the backend bypass the page cache, which is only safe for some storage.' },
  { name: 'discard', field: 'discard_enable', type: defaultFlag(true), summary: 'Lets the guest give blocks back to the storage.' },
  { name: 'no-discard', field: 'discard_enable', type: defaultFlag(false), summary: 'Keeps the guest from giving blocks back.' },
  { name: 'trusted', type: defaultFlag(true), since: '4.19', summary: 'Says that the guest can trust the backend.' },
  {
    name: 'untrusted',
    field: 'trusted',
    type: defaultFlag(false),
    since: '4.19',
    summary: 'Makes the guest copy data so that the backend cannot change it in use.',
  },
  {
    name: 'grant_usage',
    since: '4.19',
    type: { ...choice({ values: [{ value: '1' }, { value: '0' }] }), read: (value) => toDefbool(value === '1') },
    summary: 'Says whether a virtio disk is mapped by grants; the other way needs a backend in dom0.',
  },
  { name: 'colo', field: 'colo_enable', type: defaultFlag(true), since: '4.8', summary: 'Replicates the disk with COLO.' },
  { name: 'no-colo', field: 'colo_enable', type: defaultFlag(false), since: '4.8', summary: 'Does not replicate the disk.' },
  { name: 'colo-host', repeat: 'refused', type: text({ what: 'address' }), since: '4.8', summary: 'Names the host with the replica.' },
  {
    name: 'colo-port',
    type: { ...text({ what: 'port number' }), read: readAtoi },
    since: '4.8',
    summary: 'Names the port on the host with the replica.',
  },
  { name: 'colo-export', repeat: 'refused', type: text({ what: 'name' }), since: '4.8', summary: 'Names the NBD export of the replica.' },
  {
    name: 'active-disk',
    repeat: 'refused',
    type: path('disk', { what: 'path' }),
    since: '4.8',
    summary: 'Names the disk that holds the changes of the replica.',
  },
  {
    name: 'hidden-disk',
    repeat: 'refused',
    type: path('disk', { what: 'path' }),
    since: '4.8',
    summary: 'Names the disk that holds the original data.',
  },
  {
    name: 'target',
    repeat: 'refused',
    usage: 113,
    takesRest: true,
    type: computed(path('disk', { what: 'path of a block device or an image' })),
    summary: 'Names the device or image on the host; it comes last, because it takes the rest of the string.',
  },
];
