/** `too-few-shared-interrupts`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('too-few-shared-interrupts is reported where the mark says', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
nr_spis = 10
#         ^^ too-few-shared-interrupts
irqs = [ "96" ]
`);
});

test('too-few-shared-interrupts keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: arch=arm
name = "d"
kernel = "/boot/Image"
nr_spis = 65
irqs = [ "96" ]
`);
});
