/** `list-nesting-too-deep`: where it reports, where it keeps quiet, and what its fix leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindings, countFindings } from '../support/check';

test('list-nesting-too-deep keeps quiet about a right file', () => {
  checkFindings(`type = "pvh"
name = "web1"
kernel = "/boot/vmlinuz"
vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]
`);
});

test('list-nesting-too-deep is reported where the stack of xl is full', () => {
  const nest = (depth: number): string => `name = "web1"\nkernel = "/boot/vmlinuz"\ny = ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
  assert.equal(countFindings(nest(4996), 'list-nesting-too-deep'), 0);
  assert.equal(countFindings(nest(4997), 'list-nesting-too-deep'), 1);
});
