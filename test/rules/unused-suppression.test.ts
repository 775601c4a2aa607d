/** `unused-suppression`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('unused-suppression is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
# xlcfg-disable-next-line unknown-option
#                         ^^^^^^^^^^^^^^ unused-suppression
memory = 512
`);
});

test('unused-suppression keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
# xlcfg-disable-next-line unknown-option
memroy = 512
`);
});
