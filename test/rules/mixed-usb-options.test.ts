/** `mixed-usb-options`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('mixed-usb-options is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
usb = 1
usbversion = 3
#< mixed-usb-options
`);
});

test('mixed-usb-options keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
usbversion = 3
`);
});
