/** `usb-redirection-out-of-range`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('usb-redirection-out-of-range is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
spice = 1
spicehost = "127.0.0.1"
spiceport = 6000
spicedisable_ticketing = 1
spiceusbredirection = 5
#                     ^ usb-redirection-out-of-range
`);
});

test('usb-redirection-out-of-range keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
spice = 1
spicehost = "127.0.0.1"
spiceport = 6000
spicedisable_ticketing = 1
spiceusbredirection = 4
`);
});
