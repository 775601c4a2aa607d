/** `trap-unmapped-on-x86`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('trap-unmapped-on-x86 is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
trap_unmapped_accesses = 1
#< option-ignored-for-arch
#                        ^ trap-unmapped-on-x86
`);
});

test('trap-unmapped-on-x86 keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
name = "web1"
kernel = "/boot/vmlinuz"
trap_unmapped_accesses = 1
`);
});
