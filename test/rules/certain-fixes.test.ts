/** Rules with one right repair make it. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

const HVM = 'name = "a"\ntype = "hvm"\nmemory = 512\n';
const PV = 'name = "a"\nkernel = "/k"\nmemory = 512\n';

const CASES: readonly (readonly [rule: string, head: string, before: string, after: string])[] = [
  ['refused-value', PV, 'on_reboot = "reboot"', 'on_reboot = "restart"'],
  ['refused-value', PV, 'on_poweroff = "Shutdown"', 'on_poweroff = "destroy"'],
  ['refused-value', PV, 'on_crash = "preserv"', 'on_crash = "preserve"'],
  ['duplicate-pci-device', PV, 'pci = [ "01:00.0", "02:00.0", "0000:01:00.0" ]', 'pci = [ "01:00.0", "02:00.0" ]'],
  [
    'duplicate-vdev',
    PV,
    'disk = [ "/dev/a,raw,xvda,w", "/dev/b,raw,xvda,w", "/dev/c,raw,xvda,w", "/dev/d,raw,xvdc,w" ]',
    'disk = [ "/dev/a,raw,xvda,w", "/dev/b,raw,xvdb,w", "/dev/c,raw,xvdd,w", "/dev/d,raw,xvdc,w" ]',
  ],
  ['vnc-password-too-long', HVM, 'vnc = 1\nvncpasswd = "12345678\\n9"', 'vnc = 1\nvncpasswd = "12345678"'],
  ['vnc-password-too-long', PV, "vfb = [ 'vnc=1,vncpasswd=123456789,vncdisplay=1' ]", "vfb = [ 'vnc=1,vncpasswd=12345678,vncdisplay=1' ]"],
  ['viridian-without-base', HVM, 'viridian = [ "freq" ]', 'viridian = [ "base", "freq" ]'],
  ['split-kernel-argument', PV, 'extra = "quiet console  = hvc0"', 'extra = "quiet console=hvc0"'],
  ['nic-model-without-emulation', PV, 'vif = [ "bridge=x, model=e1000, vifname=v" ]', 'vif = [ "bridge=x, vifname=v" ]'],
  ['nic-model-without-emulation', PV, 'vif = [ "model=e1000, bridge=x" ]', 'vif = [ "bridge=x" ]'],
  ['nic-model-without-emulation', PV, 'vif = [ "model=e1000" ]', 'vif = [ "" ]'],
  ['usb-redirection-out-of-range', HVM, 'spice = 1\nspiceusbredirection = 9', 'spice = 1\nspiceusbredirection = 4'],
  ['e820-host-forced', PV, 'pci = [ "01:00.0" ]\ne820_host = 0\nvcpus = 2', 'pci = [ "01:00.0" ]\nvcpus = 2'],
  ['relative-path', PV, 'disk = [ "phy:vg/a,xvda,w" ]', 'disk = [ "phy:/dev/vg/a,xvda,w" ]'],
  ['image-format-unlike-name', PV, 'disk = [ "/a.qcow2,raw,xvda,w" ]', 'disk = [ "/a.qcow2,qcow2,xvda,w" ]'],
  ['image-format-unlike-name', PV, 'disk = [ "/a.qcow2,,xvda,w" ]', 'disk = [ "/a.qcow2,qcow2,xvda,w" ]'],
  ['image-format-unlike-name', PV, 'disk = [ "vdev=xvda, target=/a.qcow2" ]', 'disk = [ "format=qcow2, vdev=xvda, target=/a.qcow2" ]'],
];

for (const [rule, head, before, after] of CASES) {
  test(`${rule}: ${before}`, () => {
    checkFix(rule, `${head}${before}\n`, `${head}${after}\n`);
  });
}
