/** What a project allows because the xl of a vendor reads it: nothing is said of it, and the rest is checked as before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyze, checkCompletion, checkFindings, completionsAt, hoverAt, service } from '../support/check';
import { settingsUnder } from '../support/project-settings';

const VENDOR = settingsUnder({
  allow: {
    options: ['our_key'],
    virtio: { keys: ['backend_type', 'bdf'], values: { transport: ['pci'] } },
    disk: { keys: ['cache'], values: { format: ['foo'], backendtype: ['nbd'] } },
    vif: { keys: ['our_vlan'], values: { type: ['our'] } },
    vsnd: { keys: ['our-key'] },
  },
});

const HEAD = 'name = "web1"\nmemory = 512\nkernel = "/boot/vmlinuz"\n';

test('allowed options, keys and values are not reported', () => {
  checkFindings(
    `${HEAD}our_key = 1
virtio = [ "backend=DomD, type=virtio,device, transport=pci, bdf=0000:00:01.0, grant_usage=1, backend_type=qemu" ]
disk = [ "format=foo, vdev=xvda, cache = none, access=rw, target=/dev/vg/web1", "backendtype=nbd,vdev=xvdb,cache=x,target=/dev/y" ]
vif = [ "bridge=xenbr0,type=our,our_vlan=5" ]
`,
    VENDOR,
  );
});

test('everything else is checked as before', () => {
  checkFindings(
    `${HEAD}our_keys = 1
#< unknown-option
virtio = [ "backend=DomD, type=virtio,device, transport=usb, bdf=0000:00:01.0, backend_tipe=qemu" ]
#                                                       ^^^ refused-device-value
#                                                                              ^^^^^^^^^^^^ unknown-device-key
disk = [ "format=bar, cache=none, vdev=xvda, target=/dev/vg/web1" ]
#                ^^^ refused-device-value
vif = [ "our_vlan=5,bridge=xenbr0,mac=00:16,type=our" ]
#                                     ^^^^^ misread-device-value
`,
    VENDOR,
  );
});

test('what is allowed is allowed in templates too', () => {
  const text = `${HEAD}virtio = [\n"type=virtio,device, transport=pci, bdf=0000:00:01.0",\n"transport=pci, bdf={{ bdf }}",\n[VIRTIO_DRIVES]\n]\n`;
  assert.deepEqual(
    analyze(text, VENDOR).findings.map(({ ruleId }) => ruleId),
    ['template-file'],
  );
});

test('what only one option allows is not allowed to another', () => {
  checkFindings(
    `${HEAD}vif = [ "bridge=xenbr0,cache=none" ]
#                      ^^^^^ ignored-device-key
`,
    VENDOR,
  );
});

test('what stands in the target of a disk belongs to the target', () => {
  const domain = JSON.stringify(service.explain(analyze(`${HEAD}disk = [ "cache=x,vdev=xvda,target=/dev/y,cache=z" ]\n`, VENDOR)));
  assert.match(domain, /"pdev_path":"\/dev\/y,cache=z"/);
});

test('a repair that would take an allowed key along is not offered', () => {
  const { findings } = analyze(`${HEAD}disk = [ "phy:/dev/vg/web1,xvda,w,cache=none" ]\n`, VENDOR);
  assert.deepEqual(
    findings.map(({ ruleId, fixes }) => [ruleId, fixes.length]),
    [['deprecated-device-form', 0]],
  );
});

test('overrides add to what the project allows', () => {
  const project = { allow: { vif: { keys: ['our_vlan'] } }, overrides: [{ files: ['edge/**'], allow: { vif: { keys: ['qos'] } } }] };
  const text = `${HEAD}vif = [ "bridge=xenbr0,our_vlan=5,qos=1" ]\n`;
  const codes = (path: string): readonly string[] => analyze(text, settingsUnder(project, path)).findings.map(({ ruleId }) => ruleId);
  assert.deepEqual([codes('web1.cfg'), codes('edge/web1.cfg')], [['ignored-device-key'], []]);
});

test('allowed names are offered, and are said to be of the project', () => {
  assert.ok(completionsAt('$0', VENDOR).includes('our_key'));
  checkCompletion('our$0', 'our_key', 'our_key = ', VENDOR);
  checkCompletion('our$0 = 1', 'our_key', 'our_key = 1', VENDOR);
  assert.ok(completionsAt('disk = [ "$0" ]', VENDOR).includes('cache'));
  assert.ok(!completionsAt('vif = [ "$0" ]', VENDOR).includes('cache'));
  checkCompletion('vif = [ "bridge=a,our_vl$0" ]', 'our_vlan', 'vif = [ "bridge=a,our_vlan=" ]', VENDOR);
  checkCompletion('disk = [ "format=$0" ]', 'foo', 'disk = [ "format=foo" ]', VENDOR);
  assert.deepEqual(completionsAt('disk = [ "cache=$0" ]', VENDOR), []);
  const { text, offset } = { text: 'disk = [ "" ]', offset: 10 };
  const item = service.complete(analyze(text, VENDOR), offset).find(({ label }) => label === 'cache');
  assert.equal(item?.detail, 'allowed by the project');
});

test('the cursor in an allowed key is nowhere else', () => {
  assert.deepEqual(completionsAt('disk = [ "cache=n$0,format=raw,vdev=xvda" ]', VENDOR), []);
  assert.match(hoverAt('disk = [ "cache=none,for$0mat=raw,vdev=xvda,target=/x" ]', VENDOR) ?? '', /\*\*format\*\*/);
});

test('an earlier version under other settings has nothing to say', () => {
  const text = `${HEAD}vif = [ "bridge=xenbr0,our_vlan=5" ]\n`;
  const before = analyze(text, settingsUnder({}));
  assert.deepEqual(service.analyze(text, VENDOR, undefined, before).findings, []);
});

test('wherever an allowed field stands in a string, the rest is judged as if it were not there', () => {
  const field = fc.constantFrom(
    'bridge=xenbr0',
    'mac=00:16:3e:00:00:01',
    'mac=00:16',
    'modle=e1000',
    'rate=1Mb/s',
    'type=netfront',
    'script=',
  );
  const fields = fc.array(field, { minLength: 1, maxLength: 5 });
  const report = (items: readonly string[]): unknown =>
    analyze(`${HEAD}vif = [ "${items.join(',')}" ]\n`, VENDOR).findings.map(({ ruleId, message }) => [ruleId, message]);
  fc.assert(
    fc.property(fields, fc.nat(5), (items, place) => {
      const at = Math.min(place, items.length);
      assert.deepEqual(report([...items.slice(0, at), 'our_vlan=5', ...items.slice(at)]), report(items));
    }),
  );
});
