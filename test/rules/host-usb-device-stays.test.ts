/** `host-usb-device-stays`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('host-usb-device-stays is reported where the mark says', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
usbdev = [ "type=hostdev,hostbus=1,hostaddr=3" ]
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ host-usb-device-stays
`,
    REPORTING_SETTINGS,
  );
});

test('host-usb-device-stays keeps quiet about a right file', () => {
  checkFindings(
    `type = "hvm"
name = "win1"
usbdevice = "tablet"
`,
    REPORTING_SETTINGS,
  );
});
