import { listDisks } from '../model/queries/disks';
import type { DomainModel } from '../model/domain-model';
import { atomOf, itemCountOf } from '../model/setting';
import { SpecText } from '../schema/spec-text';
import { findRootDevice } from '../specs/disk/root-device';
import { readVdev, type Vdev } from '../specs/disk/vdev';
import { defineRule } from '../linter/rule';

export default defineRule({
  meta: {
    id: 'root-disk-not-found',
    summary: 'Reports a root device that is not a disk of the config.',
    rationale:
      'A Linux kernel that is told to use a root device that the domain does not have waits for it or panics. Names like `LABEL=` or `/dev/mapper/` say nothing of the disk, and are not looked at.',
    category: 'correctness',
    severity: 'warning',
    subjects: ['root', 'extra', 'cmdline'],
    fixable: 'never',
    messages: {
      default: 'No disk of this config is `{device}` in the guest; it has {disks}',
    },
    evidence: ['docs/man/xen-vbd-interface.7.pandoc', 'tools/xl/xl_parse.c: parse_cmdline'],
  },
  *check({ model }) {
    const disks = listNamedDisks(model);
    if (disks === undefined || disks.length === 0) return;
    for (const { text, range } of findRoots(model)) {
      const wanted = readVdev(text.replace('/dev/', ''));
      if (wanted === undefined || disks.some(({ number }) => holds(number, wanted))) continue;
      yield { message: 'default', range, data: { device: text, disks: disks.map(({ vdev }) => `\`${vdev}\``).join(', ') } };
    }
  },
});

interface NamedDisk {
  readonly vdev: string;
  readonly number: Vdev;
}

/**
 * The disks of a PV or PVH domain that boots a kernel of the host. Undefined where other disks can come from
 * elsewhere, or where it is open how the guest names one.
 */
function listNamedDisks(model: DomainModel): readonly NamedDisk[] | undefined {
  const { byName, domainType } = model;
  const isDirect = atomOf(byName.get('kernel')) !== undefined && atomOf(byName.get('bootloader')) === undefined;
  const hasOthers = (['pci', 'usbdev', 'dtdev'] as const).some((name) => itemCountOf(byName.get(name)) > 0);
  if (domainType === 'hvm' || !isDirect || hasOthers) return undefined;
  const disks: NamedDisk[] = [];
  for (const {
    disk: { vdev, parameters },
    device,
  } of listDisks(model)) {
    if (vdev === undefined || device === undefined || parameters.get('specification')?.text === 'virtio') return undefined;
    disks.push({ vdev: vdev.text, number: device });
  }
  return disks;
}

/** Kernels differ in the family of names, so only the place counts; Linux calls `sda` `xvde`. */
function holds(disk: Vdev, wanted: Vdev): boolean {
  if (wanted.disk === undefined || disk.disk === undefined) return true;
  const isPlace = wanted.disk === disk.disk || wanted.disk === disk.disk + 4;
  return isPlace && (disk.partition === 0 || disk.partition === wanted.partition);
}

/** The devices after `root=`, in what xl makes the command line of. */
function* findRoots({ byName }: DomainModel): Generator<{ readonly text: string; readonly range: ReturnType<SpecText['rangeOf']> }> {
  const names = atomOf(byName.get('cmdline')) === undefined ? (['root', 'extra'] as const) : (['cmdline'] as const);
  for (const name of names) {
    const atom = atomOf(byName.get(name));
    if (atom === undefined) continue;
    const device = findRootDevice(atom.text, name === 'root' ? 'device' : 'command-line');
    if (device !== undefined) yield { text: device.text, range: new SpecText(atom).rangeOf(device) };
  }
}
