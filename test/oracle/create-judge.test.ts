/** What the judge of creation says of plain configs, so that a comparison with it means something. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askForCreation, type Creation } from '../support/real-creation';
import { needsRealXl } from '../support/real-xl';

const HVM = 'name = "d"\ntype = "hvm"\nmemory = 512\n';

const CASES: readonly {
  readonly what: string;
  readonly text: string;
  readonly outcome: Creation['outcome'];
  readonly milestone: string;
}[] = [
  { what: 'a domain with nothing special', text: HVM, outcome: 'created', milestone: 'device-model' },
  {
    what: 'a domain with devices of all kinds',
    text: `${HVM}disk = [ "/dev/a,raw,hda,rw", "/b,qcow2,xvdb,rw,backend=driver" ]\nvif = [ "", "type=ioemu" ]\npci = [ "01:00.0" ]
usbdev = [ "hostbus=1,hostaddr=2" ]\nvtpm = [ "backend=tpm" ]\nvkb = [ "backend-type=qemu" ]\nvnc = 1\n`,
    outcome: 'created',
    milestone: 'device-model',
  },
  {
    what: 'a PV domain with a boot loader',
    text: 'name = "d"\ntype = "pv"\nbootloader = "pygrub"\ndisk = [ "/dev/a,raw,xvda,rw" ]\n',
    outcome: 'created',
    milestone: 'introduced',
  },
  { what: 'a file that xl does not read', text: 'name = \n', outcome: 'parsed', milestone: 'start' },
  { what: 'a refusal before the domain is made', text: `${HVM}bios = "rombios"\n`, outcome: 'refused', milestone: 'parse' },
  {
    what: 'a refusal while its device model is set up',
    text: `${HVM}disk = [ "/dev/a,raw,hda,r" ]\n`,
    outcome: 'refused',
    milestone: 'introduced',
  },
  {
    what: 'a crash of libxl',
    text: `name = "d"\ntype = "pvh"\nkernel = "/k"\nmemory = 512\ndevice_model_stubdomain_override = 1\nvfb = [ "vnc=1" ]\n`,
    outcome: 'crashed',
    milestone: 'introduced',
  },
];

for (const { what, text, outcome, milestone } of CASES) {
  test(`the judge tells ${what}`, needsRealXl, async () => {
    const creation = await askForCreation(text);
    assert.deepEqual({ outcome: creation.outcome, milestone: creation.milestone }, { outcome, milestone }, creation.messages.join('\n'));
  });
}
