/** The way out of a path that leads nowhere: what is near in its folder. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileHost } from '../../server/src/language-service';
import { applyEdits } from '../../server/src/text/text-edit';
import { analyze, checkFix, DEFAULT_SETTINGS, service } from '../support/check';

const HEAD = 'name = "d"\nmemory = 512\ntype = "pvh"\n';

test('a kernel, a ramdisk and a disk whose names are slips', () => {
  checkFix('file-not-found', `${HEAD}kernel = "/boot/vmlinux-6.1.0-amd64"\n`, `${HEAD}kernel = "/boot/vmlinuz-6.1.0-amd64"\n`);
  const disk = (name: string): string =>
    `${HEAD}kernel = "/boot/vmlinuz-6.1.0-amd64"\ndisk = [ "format=qcow2, vdev=xvda, target=/srv/images/${name}" ]\n`;
  checkFix('disk-target-not-found', disk('dsik.qcow2'), disk('disk.qcow2'));
  const positional = (name: string): string =>
    `${HEAD}kernel = "/boot/vmlinuz-6.1.0-amd64"\ndisk = [ "/srv/images/${name},qcow2,xvda,w" ]\n`;
  checkFix('disk-target-not-found', positional('dsik.qcow2'), positional('disk.qcow2'));
});

test('it waits for somebody who looks at it', () => {
  const { findings } = analyze(`${HEAD}kernel = "/boot/vmlinux-6.1.0-amd64"\n`);
  const [fix] = findings.find(({ ruleId }) => ruleId === 'file-not-found')?.fixes ?? [];
  assert.equal(fix?.title, 'Use /boot/vmlinuz-6.1.0-amd64');
  assert.equal(fix.safety, 'review');
});

/** What is offered in the place of a path, on a host with those files, by the names in its folder. */
async function offeredFor(path: string, names: readonly string[]): Promise<readonly string[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const host: FileHost = {
    inspect: () => Promise.resolve({ state: 'missing' }),
    listBeside: () => Promise.resolve(names.map((name) => folder + name)),
    hasPlace: () => Promise.resolve(undefined),
  };
  const text = `${HEAD}kernel = "${path}"\n`;
  const { findings } = await service.analyzeOnHost(text, DEFAULT_SETTINGS, host);
  const fixes = findings.find(({ ruleId }) => ruleId === 'file-not-found')?.fixes ?? [];
  return fixes.map(
    ({ edits }) =>
      applyEdits(text, edits)
        .match(/"([^"]*)"\n$/)?.[1]
        ?.slice(folder.length) ?? '',
  );
}

const NEAR: readonly (readonly [name: string, names: readonly string[], offered: readonly string[]])[] = [
  ['vmlinuz-6.1.0-49', ['vmlinuz-6.1.0-50', 'initrd.img-6.1.0-50', 'config-6.1.0-50'], ['vmlinuz-6.1.0-50']],
  ['Vmlinuz', ['vmlinuz', 'initrd.img'], ['vmlinuz']],
  ['vmlinuz-x', ['vmlinuz-a', 'vmlinuz-b', 'vmlinuz-c', 'vmlinuz-d'], ['vmlinuz-a', 'vmlinuz-b', 'vmlinuz-c']],
  ['vmlinuz', ['initrd.img', 'grub', 'System.map'], []],
  ['vmlinuz', [], []],
  ['disk.img', ['disk.iso'], []],
  ['disk.ios', ['disk.iso'], ['disk.iso']],
  ['vmlinuz', ['vmlinux"', 'vmlinuz\n'], []],
];

for (const [name, names, offered] of NEAR) {
  test(`what is near ${name} among ${names.map((each) => JSON.stringify(each)).join(', ')}`, async () => {
    assert.deepEqual(await offeredFor(`/boot/${name}`, names), offered);
  });
}

test('each folder is listed once, and not for ever more paths', async () => {
  let listed = 0;
  const host: FileHost = {
    inspect: () => Promise.resolve({ state: 'missing' }),
    listBeside: () => {
      listed += 1;
      return Promise.resolve(['/srv/disk-0']);
    },
    hasPlace: () => Promise.resolve(undefined),
  };
  const disks = (folderOf: (index: number) => string): string =>
    Array.from({ length: 100 }, (_, index) => `"vdev=xvda${index}, target=${folderOf(index)}/disc-${index}"`).join(',');
  await service.analyzeOnHost(`${HEAD}disk = [ ${disks(() => '/srv')} ]\n`, DEFAULT_SETTINGS, host);
  assert.equal(listed, 1);
  listed = 0;
  await service.analyzeOnHost(`${HEAD}disk = [ ${disks((index) => `/srv/${index}`)} ]\n`, DEFAULT_SETTINGS, host);
  assert.equal(listed, 16);
});
