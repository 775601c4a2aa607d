/** `vnc-display-given-twice`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('vnc-display-given-twice is reported where the mark says', () => {
  checkFindings(`type = "hvm"
name = "win1"
vnclisten = "127.0.0.1:1"
vncdisplay = 2
#< vnc-display-given-twice
`);
});

test('vnc-display-given-twice keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
vnclisten = "127.0.0.1"
vncdisplay = 2
`);
});
