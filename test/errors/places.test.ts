/** Where a config causes what a message says: by the rules that find it, and by what the message names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSettings } from '../../server/src/language-service';
import { analyze, DEFAULT_SETTINGS, service } from '../support/check';
import { readMarks } from '../support/marks';

/** The first cause of a log lies at the mark of a fixture, whose label is the rule that finds it, or else `value`. */
function checkPlace(log: string, fixture: string, settings: DocumentSettings = DEFAULT_SETTINGS): void {
  const { text, marks } = readMarks(fixture);
  const cause = service.explainErrors(log, analyze(text, settings)).messages[0]?.causes[0];
  const [mark] = marks;
  assert.ok(mark !== undefined && cause?.range !== undefined);
  const { ruleId = 'value', range, certainty } = cause;
  assert.deepEqual(
    [ruleId, text.slice(range.start, range.end), range.start],
    [mark.label, text.slice(mark.start, mark.end ?? range.end), mark.start],
  );
  if (ruleId !== 'value') assert.equal(certainty, 'certain', 'what a rule finds is certain');
}

test('a rule that finds the cause', () => {
  checkPlace(
    'libxl: error: libxl_disk.c:343:device_disk_add: Domain 11:device already exists in xenstore',
    `name = "a"
kernel = "/k"
disk = [ "/dev/a,raw,xvda,w", "/dev/b,raw,xvda,w" ]
#                                         ^^^^ duplicate-vdev
`,
  );
});

test('of several findings of a rule the one that the message is about', () => {
  checkPlace(
    `Unknown on_crash action "y" specified`,
    `name = "a"
kernel = "/k"
on_reboot = "x"
on_crash = "y"
#          ^^^ refused-value
`,
  );
});

test('a rule that is off or suppressed counts all the same', () => {
  const settings = { ...DEFAULT_SETTINGS, rules: { ...DEFAULT_SETTINGS.rules, severities: { 'maxvcpus-below-vcpus': 'off' } } } as const;
  checkPlace(
    'xl: maxvcpus < vcpus',
    `name = "a"
kernel = "/k"
vcpus = 4
maxvcpus = 2
#          ^ maxvcpus-below-vcpus
`,
    settings,
  );
});

test('the line of a syntax error, also where xl counts a line too few', () => {
  const syntax = 'syntax error, unexpected NEWLINE, expecting STRING or NUMBER';
  checkPlace(`a.cfg:2: config parsing error near \`=': ${syntax}`, 'name = "a"\nkernel =\n#      ^ missing-value\n');
  checkPlace(
    "a.cfg:2: config parsing error near `pv': syntax error, unexpected IDENT",
    'name = "a"\ntype = pv\n#      ^^ unquoted-value\n',
  );
});

test('a PCI address in another form', () => {
  checkPlace(
    'PCI device 0:2:0.0 is not assignable',
    `type = "hvm"
name = "a"
pci = [ "01:00.0", "0000:02:00.0,seize=0" ]
#                   ^^^^^^^^^^^^ value
`,
  );
  checkPlace('PCI device 0:2:0.3 is not assignable', 'type = "hvm"\nname = "a"\npci = [ "02:00.*@5" ]\n#        ^^^^^^^ value\n');
});

test('a disk by its name, and by the number that xenstore has for it', () => {
  const disks = `name = "a"
kernel = "/k"
disk = [ "/dev/a,raw,xvda,w", "/dev/b,raw,xvdb,w" ]
#                              ^^^^^^^^^^^^^^^^^ value
`;
  checkPlace('Disk vdev=xvdb failed to stat: /dev/b: No such file or directory', disks);
  checkPlace('unable to add device with path /local/domain/0/backend/vbd/5/51728', disks);
});

test('disks of other families have other numbers', () => {
  const numbers = { hda: 768, hdb: 832, hdc: 5632, sda: 2048, sdb1: 2065, xvda1: 51713, xvdq: 268439552, xvdaa: 268442112 };
  for (const [vdev, number] of Object.entries(numbers)) {
    checkPlace(
      `unable to add device with path /local/domain/0/backend/qdisk/5/${number}`,
      `type = "hvm"\nname = "a"\ndisk = [ "/dev/a,raw,hdd,rw", "/dev/b,raw,${vdev},rw" ]\n#                              ^^^ value\n`.replace(
        '^^^',
        '^'.repeat(`/dev/b,raw,${vdev},rw`.length),
      ),
    );
  }
});

test('a network card by its position, or by the number that it says', () => {
  checkPlace(
    'unable to add device with path /local/domain/0/backend/vif/5/1',
    'name = "a"\nkernel = "/k"\nvif = [ "bridge=a", "bridge=b" ]\n#                    ^^^^^^^^ value\n',
  );
  checkPlace(
    'unable to add device with path /local/domain/0/backend/vif/5/3',
    'name = "a"\nkernel = "/k"\nvif = [ "bridge=a", "devid=3,bridge=b" ]\n#                    ^^^^^^^^^^^^^^^^ value\n',
  );
});

test('a whole word that the message names', () => {
  checkPlace(
    'Could not find bridge device br1',
    'name = "br1"\nkernel = "/k"\nvif = [ "bridge=br10", "bridge=br1" ]\n#                              ^^^ value\n',
  );
});

test('the option that the message names, or that the cause is about', () => {
  checkPlace('ERROR: invalid value 9 for "altp2m"', 'type = "hvm"\nname = "a"\naltp2m = 3\n#        ^ value\n');
  checkPlace('failed to free memory for the domain', 'type = "hvm"\nname = "a"\nmemory = 999999\n#        ^^^^^^ value\n');
});

test('a config in which nothing fits leaves the causes as they are', () => {
  const { messages } = service.explainErrors('PCI device 0:2:0.0 is not assignable', analyze('name = "a"\nkernel = "/k"\n'));
  assert.deepEqual(
    messages[0]?.causes.map(({ certainty, range }) => [certainty, range]),
    [
      ['likely', undefined],
      ['possible', undefined],
      ['possible', undefined],
    ],
  );
});

test('logs are named after the domain', () => {
  const { messages } = service.explainErrors('device model did not start: -3', analyze('name = "web1"\nkernel = "/k"\n'));
  assert.ok(messages[0]?.look.includes('`/var/log/xen/qemu-dm-web1.log` has what QEMU says'));
});
