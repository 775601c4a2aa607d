/** `number-cut-off`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('number-cut-off is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
maxvcpus = 4294967298
#          ^^^^^^^^^^ number-cut-off
`);
});

test('number-cut-off keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
maxvcpus = 2
`);
});
