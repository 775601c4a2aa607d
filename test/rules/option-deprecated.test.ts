/** `option-deprecated`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('option-deprecated is reported where the mark says', () => {
  checkFindings(`builder = "hvm"
#< option-deprecated
name = "win1"
`);
});

test('option-deprecated keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
`);
});

test('the fix of option-deprecated', () => {
  checkFix(
    'option-deprecated',
    `builder = "hvm"
name = "win1"
`,
    `type = "hvm"
name = "win1"
`,
  );
});
