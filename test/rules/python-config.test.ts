/** `python-config`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('python-config is reported where the mark says', () => {
  checkFindings(`import os
#< python-config
arch = os.uname()[4]
name = "web1"
`);
});

test('python-config keeps quiet about a right file', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
`);
});
