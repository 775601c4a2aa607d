/** Options of `xl.conf`, the settings of xl itself. */
import { defineSection } from '../schema/option';
import { BRIDGE, DOMAIN, HOST_INTERFACE, HOTPLUG_SCRIPT } from '../schema/named-thing';
import { boolean } from '../schema/value-types/boolean';
import { choice } from '../schema/value-types/choice';
import { integer } from '../schema/value-types/integer';
import { path } from '../schema/value-types/path';
import { text } from '../schema/value-types/text';
import { CPU_MASK_SPEC } from '../specs/cpu-list/cpu-list-spec';

const EVIDENCE = ['tools/xl/xl.c: parse_global_config'] as const;
const MASK_EVIDENCE = [...EVIDENCE, 'tools/xl/xl_vcpu.c: apply_global_affinity_masks'] as const;
const NIC_EVIDENCE = [...EVIDENCE, 'tools/xl/xl_nic.c: set_default_nic_values'] as const;

export const XL_CONF_OPTIONS = defineSection('xl-conf', [
  {
    name: 'autoballoon',
    type: choice({
      values: [
        { value: 'auto', detail: 'off where the command line of Xen has `dom0_mem`, else on' },
        { value: 'on', detail: 'take memory from dom0 for new domains' },
        { value: 'off', detail: 'leave the memory of dom0 alone' },
      ],
      internal: ['0', '1'],
      isOnlyReported: true,
    }),
    summary: 'Says whether xl takes memory from dom0 when a new domain needs it.',
    details:
      'A dom0 that is shrunk again and again runs out of memory under load. Give it a fixed amount with `dom0_mem` on the command line of Xen, and set `"off"`. `1` and `0` are taken too, other words are not.',
    default: 'auto',
    startValue: 'off',
    evidence: EVIDENCE,
  },
  {
    name: 'claim_mode',
    type: boolean(),
    summary: 'Reserves the memory of a new domain before it is filled in.',
    details:
      'With it a domain that does not fit is refused at once. Without it xl starts to build the domain, and fails when the memory runs out meanwhile.',
    default: '1',
    evidence: [...EVIDENCE, 'tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'domid_policy',
    type: choice({
      values: [
        { value: 'xen', detail: 'Xen counts up' },
        { value: 'random', detail: 'xl chooses at random' },
      ],
      isOnlyReported: true,
    }),
    summary: 'Says how the number of a new domain is chosen.',
    details: 'Random numbers are not used again soon, so that tools do not take a new domain for one that is gone.',
    since: '4.14',
    default: 'xen',
    startValue: 'random',
    evidence: EVIDENCE,
  },
  {
    name: 'run_hotplug_scripts',
    type: boolean(),
    summary: 'Says whether xl runs the scripts that connect disks and network interfaces.',
    details: 'With 0, udev has to run them. Leave it alone unless the rules for udev are in place: else no device is connected.',
    default: '1',
    evidence: [...EVIDENCE, 'tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'lockfile',
    type: path('any'),
    summary: 'Names the file by which xl commands wait for each other while they create domains.',
    details: 'It has to be the same for all xl commands of a host.',
    defaultNote: 'as xl was built, mostly /var/lock/xl',
    startValue: '/var/lock/xl',
    evidence: EVIDENCE,
  },
  {
    name: 'max_grant_frames',
    type: integer({ storage: 'int32', strictSince: '4.12', bounds: [{ min: 0, max: 2147483647, at: 'parse', since: '4.12' }] }),
    summary: 'Limits the grant table of domains whose config does not.',
    details: 'Many disks and network interfaces need more than the default. A bad value ends every xl command without a message.',
    since: '4.10',
    defaultNote: 'as the command line of Xen says with gnttab_max_frames',
    startValue: '64',
    evidence: EVIDENCE,
  },
  {
    name: 'max_maptrack_frames',
    type: integer({ storage: 'int32', strictSince: '4.12', bounds: [{ min: 0, max: 2147483647, at: 'parse', since: '4.12' }] }),
    summary: 'Limits the frames that track mappings of foreign memory, for domains whose config does not.',
    details: 'It matters for domains that serve devices to others. A bad value ends every xl command without a message.',
    since: '4.10',
    defaultNote: 'as the command line of Xen says with gnttab_max_maptrack_frames',
    startValue: '1024',
    evidence: EVIDENCE,
  },
  {
    name: 'max_grant_version',
    type: integer({
      strictSince: '4.16',
      bounds: [
        { min: 0, max: 2147483647, at: 'parse', since: '4.16' },
        { max: 15, at: 'create' },
      ],
    }),
    summary: 'Limits the version of the grant table interface of domains whose config does not.',
    details: 'Version 2 is needed only for hosts with very much memory. A bad value ends every xl command without a message.',
    since: '4.16',
    defaultNote: 'the highest that the host has',
    startValue: '1',
    evidence: EVIDENCE,
  },
  {
    name: 'vif.default.script',
    type: text({
      what: 'name of a script in `/etc/xen/scripts`, or its path',
      refersTo: HOTPLUG_SCRIPT,
      file: { use: 'program', base: '/etc/xen/scripts' },
    }),
    summary: 'Names the script that connects a network interface, where its `vif` string does not.',
    details: '`vif-bridge` adds it to a bridge, `vif-route` makes a route, `vif-openvswitch` adds it to an Open vSwitch.',
    default: 'vif-bridge',
    evidence: NIC_EVIDENCE,
  },
  {
    name: 'vif.default.bridge',
    type: text({ what: 'name of a bridge of the host', refersTo: BRIDGE }),
    summary: 'Names the bridge of a network interface, where its `vif` string does not.',
    details: 'With a host whose bridge has another name than `xenbr0`, this saves `bridge=` in every config.',
    default: 'xenbr0',
    evidence: NIC_EVIDENCE,
  },
  {
    name: 'vif.default.gatewaydev',
    type: text({ what: 'name of a network interface of the host', refersTo: HOST_INTERFACE }),
    summary: 'Names the interface of the host for `vif-route`, where a `vif` string does not.',
    details: 'Scripts get it as `gatewaydev`.',
    defaultNote: 'none',
    startValue: 'eth0',
    evidence: NIC_EVIDENCE,
  },
  {
    name: 'vif.default.backend',
    type: text({ what: 'name or number of a domain', refersTo: DOMAIN }),
    summary: 'Names the domain that serves network interfaces, where their `vif` strings do not.',
    details: 'Set it on a host with a network driver domain.',
    default: '0',
    evidence: NIC_EVIDENCE,
  },
  {
    name: 'vifscript',
    type: text({
      what: 'name of a script in `/etc/xen/scripts`, or its path',
      refersTo: HOTPLUG_SCRIPT,
      file: { use: 'program', base: '/etc/xen/scripts' },
    }),
    summary: 'The old name of `vif.default.script`.',
    details: 'xl prints a notice at every command. `vif.default.script` wins where both are set.',
    deprecated: { replacement: { name: 'vif.default.script', values: 'same' } },
    evidence: EVIDENCE,
  },
  {
    name: 'defaultbridge',
    type: text({ what: 'name of a bridge of the host', refersTo: BRIDGE }),
    summary: 'The old name of `vif.default.bridge`.',
    details: 'xl prints a notice at every command. `vif.default.bridge` wins where both are set.',
    deprecated: { replacement: { name: 'vif.default.bridge', values: 'same' } },
    evidence: EVIDENCE,
  },
  {
    name: 'remus.default.netbufscript',
    type: path('program'),
    summary: 'Names the script that sets up network buffering for Remus.',
    details: '`xl remus -N` says it for a single run.',
    defaultNote: 'remus-netbuf-setup in the folder of scripts',
    startValue: '/etc/xen/scripts/remus-netbuf-setup',
    evidence: EVIDENCE,
  },
  {
    name: 'colo.default.proxyscript',
    type: path('program'),
    summary: 'Names the script that sets up the proxy of COLO.',
    details: 'It matters with `xl remus -c` only.',
    since: '4.7',
    defaultNote: 'colo-proxy-setup in the folder of scripts',
    startValue: '/etc/xen/scripts/colo-proxy-setup',
    evidence: EVIDENCE,
  },
  {
    name: 'output_format',
    type: choice({
      values: [
        { value: 'json', detail: 'JSON' },
        { value: 'sxp', detail: 'the format of the old xm' },
      ],
      isOnlyReported: true,
    }),
    summary: 'Chooses the format of what xl prints for machines.',
    details: 'Programs that read it expect JSON; `sxp` is there for those that were written for xm.',
    default: 'json',
    evidence: EVIDENCE,
  },
  {
    name: 'blkdev_start',
    type: text({ what: 'name of a block device' }),
    summary: 'Names the first block device that xl takes in dom0 for a disk that it has to look into.',
    details: 'xl attaches such a disk for a boot loader and detaches it again. Change it where dom0 has disks with such names itself.',
    default: 'xvda',
    evidence: [...EVIDENCE, 'tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'vm.cpumask',
    type: text({ what: 'list of CPUs, such as `2-7,^4`', spec: CPU_MASK_SPEC }),
    summary: 'Names the CPUs on which domains may run, of whatever type.',
    details:
      'What a config pins with `cpus` is cut down to it, and a domain with nothing left is refused. It keeps CPUs free for dom0. The releases from 4.9 on read it since 4.9.3, 4.10.2 and 4.11.1.',
    since: '4.8',
    sincePoint: '4.8.5',
    defaultNote: 'all CPUs',
    startValue: '2-7',
    evidence: MASK_EVIDENCE,
  },
  {
    name: 'vm.hvm.cpumask',
    type: text({ what: 'list of CPUs, such as `2-7,^4`', spec: CPU_MASK_SPEC }),
    summary: 'Names the CPUs on which HVM and PVH domains may run.',
    details: 'It holds beside `vm.cpumask`. The releases from 4.9 on read it since 4.9.3, 4.10.2 and 4.11.1.',
    since: '4.8',
    sincePoint: '4.8.5',
    defaultNote: 'all CPUs',
    startValue: '2-7',
    evidence: MASK_EVIDENCE,
  },
  {
    name: 'vm.pv.cpumask',
    type: text({ what: 'list of CPUs, such as `2-7,^4`', spec: CPU_MASK_SPEC }),
    summary: 'Names the CPUs on which PV domains may run.',
    details: 'It holds beside `vm.cpumask`. The releases from 4.9 on read it since 4.9.3, 4.10.2 and 4.11.1.',
    since: '4.8',
    sincePoint: '4.8.5',
    defaultNote: 'all CPUs',
    startValue: '2-7',
    evidence: MASK_EVIDENCE,
  },
  {
    name: 'bootloader_restrict',
    type: boolean(),
    summary: 'Says whether boot loaders such as pygrub run restricted, where a config does not.',
    details: 'They take disks of guests apart, which a hostile guest can prepare. Xen gives security support to a restricted pygrub only.',
    since: '4.18',
    default: '0',
    startValue: '1',
    evidence: [...EVIDENCE, 'tools/xl/xl_parse.c: parse_config_data'],
  },
]);
