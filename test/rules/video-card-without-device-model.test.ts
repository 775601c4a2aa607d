/** `video-card-without-device-model`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('video-card-without-device-model is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.8
builder = "hvm"
name = "win1"
device_model_version = "none"
vga = "stdvga"
#< video-card-without-device-model
`);
});

test('video-card-without-device-model keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.8
builder = "hvm"
name = "win1"
device_model_version = "none"
vga = "none"
`);
});
