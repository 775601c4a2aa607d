/** `template-file`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('template-file is reported where the mark says', () => {
  checkFindings(`name = "web1"
memory = {{ memory }}
#        ^^ template-file
`);
});

test('template-file keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});
