/** `pasted-shell-text`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('pasted-shell-text is reported where the mark says', () => {
  checkFindings(`cat > /etc/xen/web1.cfg <<EOF
#< pasted-shell-text
name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('pasted-shell-text keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});

test('the fix of pasted-shell-text', () => {
  checkFix(
    'pasted-shell-text',
    `cat > /etc/xen/web1.cfg <<EOF
name = "web1"
kernel = "/boot/vmlinuz"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
