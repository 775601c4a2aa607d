/** `refused-value-type`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('refused-value-type is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
device_model_args = "-nodefaults"
#                   ^^^^^^^^^^^^^ refused-value-type
uuid = "12345"
#      ^^^^^^^ refused-value-type
`);
});

test('refused-value-type keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
device_model_args = [ "-nodefaults" ]
`);
});
