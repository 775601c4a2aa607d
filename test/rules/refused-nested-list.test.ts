/** `refused-nested-list`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('refused-nested-list is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
irqs = [ [ 5 ] ]
#        ^^^^^ refused-nested-list
`);
});

test('refused-nested-list keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
irqs = [ 5 ]
`);
});
