/** `arm-interrupt-taken`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('arm-interrupt-taken is reported where the mark says', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
vuart = "sbsa_uart"
irqs = [ "32" ]
#         ^^ arm-interrupt-taken
`);
});

test('arm-interrupt-taken keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
vuart = "sbsa_uart"
irqs = [ "96" ]
`);
});
