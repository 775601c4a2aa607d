/** `missing-kernel`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('a line with something that xl only reads in an odd way hides nothing', () => {
  checkFindings(`name = "web1"
type = "pv"; on_crash = "\\162restart"
#      ^^^^ missing-kernel
#                        ^^^^ escape-dropped
`);
});
