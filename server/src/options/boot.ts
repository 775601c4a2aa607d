/** Options on boot. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { textOrList } from '../schema/value-types/list';
import { prefixChoice } from '../schema/value-types/prefix-choice';
import { rootText } from '../specs/disk/root-device';
import { HOST_FILE } from '../schema/named-thing';
import { path } from '../schema/value-types/path';
import { text } from '../schema/value-types/text';

export const BOOT_OPTIONS = defineSection('boot', [
  {
    name: 'kernel',
    type: path('kernel'),
    field: { at: 'b_info.kernel', as: 'string' },
    summary: 'Boots this kernel image directly.',
    details:
      'The path is read on the host. A PV domain needs a kernel that speaks Xen, a PVH domain one with a PVH entry point. HVM domains normally leave it out and boot from disk. The alternatives are `bootloader`, which finds the kernel on the disk of the guest, and `firmware`.',
    usage: 96,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'ramdisk',
    type: path('ramdisk'),
    field: { at: 'b_info.ramdisk', as: 'string' },
    summary: 'Hands this initial ramdisk to the kernel.',
    details: 'The path is read on the host. It only counts together with `kernel`.',
    usage: 31,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'cmdline',
    type: rootText('command-line'),
    field: { at: 'b_info.cmdline', as: 'string' },
    summary: 'Sets the whole kernel command line.',
    details: 'It replaces `root` and `extra`, which are ignored beside it.',
    usage: 6,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'root',
    type: rootText('device'),
    summary: 'Puts `root=` with this device on the kernel command line.',
    details: 'The device is named as the guest sees it, for example `"/dev/xvda1"`. With `cmdline` it is ignored; write `root=` there.',
    conflicts: [{ with: 'cmdline', outcome: 'ignored' }],
    usage: 25,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'extra',
    type: rootText('command-line'),
    summary: 'Adds text to the kernel command line.',
    details: 'It follows what `root` produces. With `cmdline` it is ignored.',
    conflicts: [{ with: 'cmdline', outcome: 'ignored' }],
    usage: 49,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'bootloader',
    type: text({
      what: 'name or path of a program on the host',
      suggestions: ['pygrub'],
      file: { use: 'program', isNameToo: true },
      refersTo: HOST_FILE,
    }),
    field: { at: 'b_info.bootloader', as: 'string' },
    summary: 'Runs a program on the host that finds the kernel on the disk of the guest.',
    details:
      'The usual one is `"pygrub"`, which reads the GRUB configuration of the guest; give the name without a path. It reads an untrusted disk on the host: pvgrub images or PVH with `firmware` are the safer ways.',
    domainTypes: ['pv', 'pvh'],
    readForHistory: [{ types: ['pv'], until: '4.9' }],
    usage: 20,
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'bootloader_args',
    type: textOrList(),
    fills: ['b_info.bootloader_args'],
    summary: 'Passes arguments to the boot loader program.',
    details: 'Write a list with one string for each argument, such as `["--kernel=/vmlinuz"]`.',
    domainTypes: ['pv', 'pvh'],
    readForHistory: [{ types: ['pv'], until: '4.9' }],
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'bootloader_restrict',
    type: boolean(),
    field: { at: 'b_info.bootloader_restrict', as: 'defbool' },
    summary: 'Runs the boot loader program with as few privileges as possible.',
    details: 'It then runs as an unprivileged user in an empty root directory, so that a hostile guest disk can do less harm.',
    domainTypes: ['pv', 'pvh'],
    since: '4.18',
    defaultFrom: 'bootloader_restrict',
    defaultNote: 'xl.conf, else 1 if bootloader_user is set, else 0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'bootloader_user',
    type: text(),
    field: { at: 'b_info.bootloader_user', as: 'string' },
    summary: 'Names the user that the restricted boot loader runs as.',
    details: 'Setting it turns `bootloader_restrict` on.',
    domainTypes: ['pv', 'pvh'],
    since: '4.18',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'firmware',
    type: prefixChoice({
      refersTo: HOST_FILE,
      values: [{ value: 'pvgrub32' }, { value: 'pvgrub64' }],
      openFor: ['hvm'],
      openFile: { use: 'firmware', isNameToo: true, domainTypes: ['hvm'] },
      openValues: [
        { value: 'bios', detail: 'classic BIOS' },
        { value: 'uefi', detail: 'UEFI (OVMF)' },
        { value: 'seabios' },
        { value: 'ovmf' },
      ],
    }),
    summary: 'Chooses the firmware that boots the domain.',
    details:
      'For HVM it is `"bios"`, `"uefi"`, the name of a firmware or the path of one. For PV and PVH it is `"pvgrub32"` or `"pvgrub64"`, a GRUB that runs inside the domain and finds the kernel on its disk; `kernel` is then left out.',
    since: '4.10',
    conflicts: [{ with: 'kernel', types: ['pv', 'pvh'], since: '4.10', outcome: 'refused' }],
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
