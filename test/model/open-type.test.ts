/** What xl refuses of the type leaves it open: nothing is said that holds for some types only. */
import { test } from 'node:test';
import { checkFindings, DEFAULT_SETTINGS } from '../support/check';

test('a type that xl refuses is one mistake, whatever options stand beside it', () => {
  checkFindings(`name = "win"
type = "HVM"
#      ^^^^^ refused-value
bios = "ovmf"
boot = "c"
vnc = 1
`);
  checkFindings(`name = "win"
builder = "HVM"
#         ^^^^^ refused-value
#< option-deprecated
boot = "c"
`);
  checkFindings(`name = "win"
type =
#    ^ missing-value
boot = "c"
`);
});

test('what holds for every type is still said', () => {
  checkFindings(`name = "win"
type = "HVM"
#      ^^^^^ refused-value
memroy = 512
#< unknown-option
on_crash = "reboot"
#          ^^^^^^^^ refused-value
kernel = "/boot/vmlinuz"
`);
});

test('a list for the type is dropped by xl, and old releases take every builder for one', () => {
  checkFindings(`name = "win"
type = [ "hvm" ]
#      ^^^^^^^^^ wrong-value-type
kernel = "/boot/vmlinuz"
boot = "c"
#< option-ignored-for-type
`);
  checkFindings(
    `name = "win"
builder = "HVM"
#         ^ unknown-builder
kernel = "/boot/vmlinuz"
boot = "c"
#< option-ignored-for-type
`,
    { ...DEFAULT_SETTINGS, target: { xen: '4.9', arch: 'x86' } },
  );
});
