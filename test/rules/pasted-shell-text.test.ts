/** `pasted-shell-text`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

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
