/** The comparison with a running domain against what the real libxl says of domains that it created. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FieldDifference } from '../../server/src/language-service';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';
import { askForCreation, askForCreations } from '../support/real-creation';
import { needsRealXl, REAL_TARGET } from '../support/real-xl';
import { creationConfig } from './creation-configs';
import { UNDEFINED_BEHAVIOUR } from './exceptions';
import { CASES, SEED } from './run-size';

/** What the host that is played does not answer, or xl makes of memory that it never wrote. */
const NOT_PLAYED: ReadonlySet<string> = new Set([
  // The device model is asked for the vCPUs of an HVM domain.
  'b_info.avail_vcpus',
  // Its scheduler keeps what it began with.
  'b_info.sched_params.cap',
]);

function differences(text: string, listed: string): readonly FieldDifference[] {
  const analysis = analyze(text, { ...DEFAULT_SETTINGS, target: REAL_TARGET });
  const comparison = service.compareRunning(analysis, listed);
  assert.ok(comparison.kind === 'compared', `${comparison.kind}\n${text}`);
  return comparison.differences.filter(({ field }) => !NOT_PLAYED.has(field));
}

const PV = `name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
vcpus = 2
disk = [ "/dev/vg/web1,raw,xvda,rw" ]
vif = [ "bridge=xenbr0" ]
vfb = [ "vnc=1" ]
vtpm = [ "backend=tpm" ]
`;
const HVM = `name = "win"
type = "hvm"
memory = 2048
disk = [ "/dev/vg/win,raw,hda,rw", ",hdc:cdrom,r" ]
vif = [ "bridge=xenbr0,mac=00:16:3e:00:00:01" ]
pci = [ "01:00.0" ]
usbdev = [ "hostbus=1,hostaddr=2" ]
vnc = 1
on_crash = "preserve"
`;

for (const [what, text] of Object.entries({ PV, HVM })) {
  test(`a ${what} domain that runs is the one of its config`, needsRealXl, async () => {
    const { listed } = await askForCreation(text);
    assert.deepEqual(differences(text, listed), []);
  });
}

const CHANGES: readonly (readonly [change: string, to: string, fields: readonly string[]])[] = [
  ['memory = 512', 'memory = 1024', ['b_info.target_memkb', 'b_info.max_memkb']],
  ['bridge=xenbr0', 'bridge=xenbr1', ['nics[0].bridge']],
  ['raw,xvda,rw', 'qcow2,xvda,rw', ['disks[xvda].format']],
  ['"/dev/vg/web1,raw,xvda,rw"', '"/dev/vg/web1,raw,xvda,rw", "/dev/vg/data,raw,xvdb,rw"', ['disks[xvdb]']],
  ['vif = [ "bridge=xenbr0" ]\n', '', ['nics[0]']],
  ['vcpus = 2', 'vcpus = 2\ncpu_weight = 512\non_crash = "restart"', ['b_info.sched_params.weight', 'on_crash']],
];

for (const [from, to, fields] of CHANGES) {
  test(`a config that says ${JSON.stringify(to)} now differs in that`, needsRealXl, async () => {
    const { listed } = await askForCreation(PV);
    const told = differences(PV.replace(from, to), listed).map(({ field }) => field);
    assert.deepEqual(told, fields);
  });
}

test('domains of all kinds are those of their configs', needsRealXl, async () => {
  const isUndefined = (text: string): boolean => Object.values(UNDEFINED_BEHAVIOUR).some(({ pattern }) => pattern.test(text));
  const texts = fc.sample(creationConfig, { numRuns: CASES, seed: SEED }).filter((text) => !isUndefined(text));
  const creations = await askForCreations(texts);
  let compared = 0;
  for (const [index, text] of texts.entries()) {
    const { outcome = '', listed = '' } = creations[index] ?? {};
    if (outcome !== 'created' || listed === '') continue;
    compared += 1;
    const others = differences(text, listed).filter(({ field }) => field !== 'b_info.sched_params.weight');
    assert.deepEqual(others, [], text);
  }
  assert.ok(compared > CASES / 10, `only ${compared} domains were created`);
});
