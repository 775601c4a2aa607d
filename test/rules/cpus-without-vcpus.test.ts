/** `cpus-without-vcpus`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings } from '../support/check';

test('cpus-without-vcpus is reported where the mark says', () => {
  checkFindings(`# xlcfg: xen=4.17
name = "web1"
kernel = "/boot/vmlinuz"
cpus = "2-3"
#< cpus-without-vcpus
`);
});

test('cpus-without-vcpus keeps quiet about a right file', () => {
  checkFindings(`# xlcfg: xen=4.17
name = "web1"
kernel = "/boot/vmlinuz"
vcpus = 2
cpus = "2-3"
`);
});
