/** Domains whose page tables take more memory than libxl can count. */
import { test } from 'node:test';
import { checkFix } from '../support/check';
import { expectCreateErrors } from '../support/create-errors';

const HVM = 'name = "d"\ntype = "hvm"\n';

test('a domain of which nothing says how much memory it has', () => {
  expectCreateErrors(HVM, ['too-much-memory: type']);
  expectCreateErrors('name = "d"\nbuilder = "hvm"\n', ['too-much-memory: builder']);
  expectCreateErrors('name = "d"\ntype = "pvh"\nkernel = "/boot/vmlinuz"\n', ['too-much-memory: type']);
  expectCreateErrors(`${HVM}memory = [ 1 ]\n`, ['too-much-memory: type']);
  expectCreateErrors('name = "d"\nkernel = "/boot/vmlinuz"\n', ['too-much-memory: name'], { arch: 'arm' });
});

test('what says it, and who does not ask', () => {
  const nodes = 'vnuma = [ [ "pnode=0", "size=512", "vcpus=0", "vdistances=10" ] ]';
  for (const setting of ['memory = 0', 'maxmem = 512', 'shadow_memory = 8', nodes]) expectCreateErrors(`${HVM}${setting}\n`);
  expectCreateErrors(HVM, [], { xen: '4.16' });
  expectCreateErrors('name = "d"\nkernel = "/boot/vmlinuz"\n');
  expectCreateErrors('# xlcfg: fragment\ntype = "hvm"\n');
});

test('a negative number is a very large one', () => {
  for (const name of ['memory', 'maxmem', 'shadow_memory']) expectCreateErrors(`${HVM}${name} = "-1"\n`, ['too-much-memory: "-1"']);
  expectCreateErrors('name = "d"\nkernel = "/boot/vmlinuz"\nmemory = "-1"\n');
});

test('the fix says how much', () => {
  checkFix('too-much-memory', HVM, 'name = "d"\nmemory = 1024\ntype = "hvm"\n');
});
