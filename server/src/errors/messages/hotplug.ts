/** What the hotplug scripts of dom0 say (tools/hotplug/Linux). */
import { certain, declareMessages, likely, possible } from '../error-message';

export const HOTPLUG = declareMessages({ program: 'hotplug', stage: 'create', look: ['hotplugLog', 'hotplugError'] }, [
  {
    says: [
      'Could not find bridge device {bridge}',
      'bridge {bridge} does not exist',
      "can't get info {bridge}: No such device",
      "can't add {other} to bridge {bridge}: No such device",
    ],
    meaning: 'dom0 has no bridge `{bridge}`.',
    causes: [
      likely('The bridge is not made yet, or its name is misspelt.', { options: ['vif'] }),
      possible('No `bridge=` is given, and the default `xenbr0` (`vif.default.bridge` in `/etc/xen/xl.conf`) is not there.', {
        options: ['vif'],
      }),
      possible('The bridge is one of Open vSwitch, which needs `script=vif-openvswitch`.', { options: ['vif'] }),
    ],
    look: ['bridges', 'hotplugLog'],
    options: ['vif'],
  },
  {
    says: [
      'Could not find bridge, and none was specified',
      "no bridge specified, and don't know which one to use",
      'No valid bridge was specified',
    ],
    meaning: 'The network card names no bridge, and dom0 has none that could be meant.',
    causes: [certain('`bridge=` is missing.', { options: ['vif'] })],
    look: ['bridges'],
  },
  {
    says: ['Unable to find {program} tool', 'Unable to find {program} kernel module', 'Unable to find losetup', 'Unable to find multipath'],
    meaning: 'A program that the script needs is missing in dom0.',
    causes: [certain('Its package is not installed.', { options: ['vif', 'disk'] })],
  },
  {
    says: ['Cannot rename interface {other}. An interface with name {value} already exists'],
    meaning: 'dom0 has a network interface with this name already.',
    causes: [certain('`vifname` has to be another one for each network card.', { options: ['vif'] })],
    options: ['vif'],
  },
  {
    says: ['iptables setup failed. This may affect guest networking'],
    meaning: 'The script could not let the domain through the firewall of dom0.',
    causes: [likely('iptables is missing, or its rules for bridges are not loaded.')],
    isWarning: true,
  },
  {
    says: ['{value} is not up.  Bring it up or specify another interface', '{value} is not up. Bring it up or specify another interface'],
    meaning: 'The interface of dom0 that the domain shall use is down.',
    causes: [likely('`gatewaydev=` names another one.', { options: ['vif'] })],
    options: ['vif'],
  },
  {
    says: ['unknown interface type {value}', 'Unrecognised interface type {value}'],
    meaning: 'The script does not know this kind of network card.',
    causes: [possible('The script is not for Xen, or of another release.', { options: ['vif'] })],
  },
  {
    says: ['{path} link does not exist', '{path} does not exist.'],
    meaning: 'The script looked for `{path}` in dom0, and it is not there.',
    causes: [
      likely('The target of a disk is misspelt, or its volume is not active.', { rules: ['disk-target-not-found'], options: ['disk'] }),
    ],
    options: ['disk'],
  },
  {
    says: ['{path} is not a block device'],
    meaning: '`{path}` is a plain file where a block device has to be.',
    causes: [certain('The prefix `phy:` or `backendtype=phy` has to go, or to be `file:`.', { options: ['disk'] })],
    options: ['disk'],
  },
  {
    says: ['Failed to find an unused loop device'],
    meaning: 'dom0 has no loop device left for the image.',
    causes: [
      likely('`modprobe loop max_loop=64` makes more of them; without `script=` and `backendtype=phy` QEMU serves files without any.', {
        options: ['disk'],
      }),
    ],
    look: ['dom0'],
  },
  {
    says: ['in the privileged domain,', 'in a guest domain,', 'and so cannot be mounted {reason}', 'is loopback-mounted through {other}'],
    meaning: 'The image is in use: dom0 has mounted it, or another domain writes to it.',
    causes: [
      likely('Two domains write to the same image; `w!` in the disk allows that, where a cluster file system does.', { options: ['disk'] }),
      possible('dom0 has mounted the image.', { options: ['disk'] }),
    ],
    look: ['domains', 'hotplugLog'],
    options: ['disk'],
  },
  {
    says: ['Path closed or removed during hotplug add: {other}'],
    meaning: 'The domain went away while its disk was attached.',
    causes: [likely('The start failed for another reason; the lines before this one say which.')],
    isConsequence: true,
  },
  {
    says: ['Backend device does not exist'],
    meaning: 'The script that attached the disk left no block device.',
    causes: [likely('The script in `script=` failed, or is not one for disks.', { options: ['disk'] })],
  },
  {
    says: [
      'iqn= and portal= are required parameters',
      'No matching target iqn found',
      'timeout waiting for iSCSI disk to settle',
      'Unable to find attached device path',
      'multipath valid values are y and n',
    ],
    meaning: 'The iSCSI disk does not come up.',
    causes: [likely('The target string lacks `iqn=` or `portal=`, or the server does not answer.', { options: ['disk'] })],
  },
  {
    says: [
      'Blocktap kernel module not available',
      'Cannot parse required parameters',
      'cannot find required parameters',
      'Could not spawn tapdisk for {other}',
      'Could not open "{path}"',
      'blktap "{path}" is not a block dev',
    ],
    meaning: 'blktap cannot serve the disk.',
    causes: [likely('dom0 lacks blktap, or the target is not `TYPE:PATH` as its script wants it.', { options: ['disk'] })],
    look: ['modules', 'hotplugLog'],
  },
  {
    says: ['{path} failed; error detected'],
    meaning: 'A command in the script {path} failed.',
    causes: [possible('What it needs is not there: a bridge, an image, or a program in dom0.', { options: ['vif', 'disk'] })],
  },
  {
    says: ['xenstore-read {other} failed', 'Writing {other} to xenstore failed'],
    meaning: 'The script cannot reach xenstore, or the domain is gone.',
    causes: [likely('The start failed for another reason; the lines before this one say which.')],
  },
]);
