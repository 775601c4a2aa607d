/** `open-display-without-password`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('open-display-without-password is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
vnc = 1
vnclisten = "0.0.0.0"
#           ^^^^^^^^^ open-display-without-password
`);
});

test('open-display-without-password keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
vnc = 1
vnclisten = "127.0.0.1"
`);
});
