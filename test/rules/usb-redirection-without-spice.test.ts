/** `usb-redirection-without-spice`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('usb-redirection-without-spice is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
spiceusbredirection = 4
#< usb-redirection-without-spice
`);
});

test('usb-redirection-without-spice keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
spice = 1
spicehost = "127.0.0.1"
spiceport = 6000
spicedisable_ticketing = 1
spiceusbredirection = 4
`);
});
