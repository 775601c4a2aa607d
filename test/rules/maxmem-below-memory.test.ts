/** `maxmem-below-memory`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('maxmem-below-memory is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 1024
maxmem = 512
#        ^^^ maxmem-below-memory
`);
});

test('maxmem-below-memory keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
memory = 512
maxmem = 1024
`);
});
