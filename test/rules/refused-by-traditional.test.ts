/** `refused-by-traditional`, beside the examples of its page: what the old device model can do is not reported. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

const HEAD = '# xlcfg: xen=4.17\ntype = "hvm"\nname = "d"\nmemory = 512\ndevice_model_version = "qemu-xen-traditional"\n';

test('the firmware and the graphics card that it has, and a restriction that is off', () => {
  checkFindings(`${HEAD}bios = "ROMBIOS"\nvga = "cirrus"\ndm_restrict = 0\n`);
});

test('each of the options that it cannot do', () => {
  checkFindings(`${HEAD}vga = "qxl"\n#< refused-by-traditional\n`);
  checkFindings(`${HEAD}dm_restrict = 1\n#< refused-by-traditional\n`);
  checkFindings(`${HEAD}kernel = "/boot/vmlinuz"\n#< refused-by-traditional\n`);
});
