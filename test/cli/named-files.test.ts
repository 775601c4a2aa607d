/** The bundled program on the files that configs name. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { needsSpecialFiles } from '../support/special-files';
import { makeElf } from '../support/tiny-images';

const folder = mkdtempSync(join(tmpdir(), 'xlcfg-'));
mkdirSync(join(folder, 'boot/folder'), { recursive: true });
writeFileSync(join(folder, 'boot/plain'), makeElf());
writeFileSync(join(folder, '.xlcfg.json'), '{ "roots": { "/boot": "./boot" } }');
after(() => {
  rmSync(folder, { recursive: true });
});

/** Rule and message of every finding, as the program prints them. */
function check(config: string): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--format', 'json', '-'], {
    cwd: folder,
    input: config,
    encoding: 'utf8',
    timeout: 20_000,
  });
  const { files } = JSON.parse(stdout) as {
    readonly files: readonly { readonly findings: readonly { readonly ruleId: string; readonly message: string }[] }[];
  };
  return files.flatMap(({ findings }) => findings.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

test('a kernel that is missing or a folder is reported', () => {
  assert.deepEqual(check('name = "a"\nkernel = "/boot/nothing"\n'), [
    `file-not-found: \`/boot/nothing\` not found (looked in ${join(folder, 'boot')}, from \`roots\`)`,
  ]);
  assert.deepEqual(check('name = "a"\nkernel = "/boot/folder"\n'), ['file-not-found: `/boot/folder` is a directory']);
});

test('a kernel that is not a regular file is reported', needsSpecialFiles, () => {
  spawnSync('mkfifo', [join(folder, 'boot/fifo')]);
  assert.deepEqual(check('name = "a"\nkernel = "/boot/fifo"\n'), ['file-not-found: `/boot/fifo` is not a regular file']);
});

test('a boot loader looks for kernel and ramdisk on the disk of the guest', () => {
  const files = 'kernel = "/boot/plain"\nramdisk = "/boot/nothing"\ndisk = [ "/dev/vg/a,raw,xvda,w" ]\n';
  assert.equal(check(`name = "a"\n${files}`).length, 2);
  assert.deepEqual(
    check(`name = "a"\nbootloader = "pygrub"\nbootloader_restrict = 1\n${files}`).filter((each) => !each.startsWith('path-on-guest-disk')),
    [],
  );
  assert.equal(
    check(`name = "a"\ntype = "hvm"\nbootloader = "pygrub"\n${files}`).filter((each) => each.startsWith('file-not-found')).length,
    1,
  );
});
