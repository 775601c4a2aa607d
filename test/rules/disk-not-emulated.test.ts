/** `disk-not-emulated`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('disk-not-emulated is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
disk = [ "format=raw, vdev=hda, access=rw, target=/dev/vg/a", "format=raw, vdev=xvdb, access=rw, target=/dev/vg/b", "format=raw, vdev=hdc, access=rw, target=/dev/vg/c", "format=raw, vdev=hdd, access=rw, target=/dev/vg/d", "format=raw, vdev=xvde, access=rw, target=/dev/vg/e" ]
#                                                                                                                                                                                                                                               ^^^^ disk-not-emulated
`);
});

test('disk-not-emulated keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
memory = 1024
disk = [ "format=raw, vdev=hda, access=rw, target=/dev/vg/a", "format=raw, vdev=xvdb, access=rw, target=/dev/vg/b" ]
`);
});
