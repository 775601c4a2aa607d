/** Device strings that use what their language offers, and of which nothing is said: an error here would refuse a right file. */
import { test } from 'node:test';
import { checkFindings, DEFAULT_SETTINGS } from '../support/check';

const ON_ARM = { ...DEFAULT_SETTINGS, target: { xen: '4.22', arch: 'arm' } } as const;
const HVM = 'type = "hvm"\nname = "d"\nmemory = 512\n';
const PV = 'name = "d"\nmemory = 512\nkernel = "/k"\n';

const RIGHT: Readonly<Record<string, string>> = {
  'memory ranges': `${PV}iomem = [ "a0000,20", "0xfe000,1@8000", "0x,1" ]\n`,
  'I/O ports': `${PV}ioports = [ "2f8-2ff", "3f8" ]\n`,
  interrupts: `${PV}irqs = [ 5, "0", "2147483647" ]\n`,
  'CPU lists': `${PV}vcpus = 2\ncpus = "all,^0-3"\n`,
  'an excluded CPU': `${PV}vcpus = 2\ncpus = "2-5,^3"\n`,
  'an empty drive with a backend': `${HVM}disk = [ "format=empty,vdev=hdc,cdrom,backendtype=qdisk,target=" ]\n`,
  displays: `${PV}vdispl = [ "backend=dom1,be-alloc=1,connectors=a:1920x1080;b:640x480" ]\n`,
  'a sound card': `${PV}vsnd = [ [ "CARD,short-name=a,sample-rates=8000;16000", "PCM,name=b", "STREAM,unique-id=c,type=P,channels-max=2" ] ]\n`,
  'shared directories': `${PV}p9 = [ "tag=a,path=/a,security_model=none", "type=XEN_9PFSD,tag=b,path=/b,security_model=none,max-files=5" ]\n`,
  'channels on both kinds of ends': `${PV}channel = [ "connection=pty,name=a", "connection=socket,path=/run/b,name=b" ]\n`,
  'keyboards with and without touch': `${PV}vkb = [ "backend-type=linux,feature-multi-touch=1,multi-touch-width=9", "backend-type=qemu" ]\n`,
};

for (const [what, text] of Object.entries(RIGHT)) {
  test(`nothing is said of ${what}`, () => {
    checkFindings(text);
  });
}

test('nothing is said of cache colours, also of a single one', () => {
  checkFindings(`type = "pvh"\n${PV}llc_colors = [ "0-7", "9", "4-4" ]\n`, ON_ARM);
});
