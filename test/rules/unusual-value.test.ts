/** `unusual-value`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('unusual-value is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
cpu_weight = 100000
#            ^^^^^^ unusual-value
`);
});

test('unusual-value keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
cpu_weight = 512
`);
});
