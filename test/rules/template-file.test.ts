/** `template-file`, beside the examples of its page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf } from '../support/check';

const HEAD = 'name = "web1"\nmemory = 512\nkernel = "/boot/vmlinuz"\n';

function placeholderIn(line: string): string | undefined {
  return /`(.*)` is still|stop at `(.*)`/
    .exec(messagesOf(`${HEAD}${line}\n`, 'template-file')[0] ?? '')
    ?.slice(1)
    .find(Boolean);
}

const FILLED_IN = [
  ['extra = "rev=$(uname -r)"', '$(uname -r)'],
  ['disk = ["/dev/vg/$NAME,raw,xvda,rw"]', '$NAME'],
  ['vif = ["mac=${MAC}"]', '${MAC}'],
  ['extra = "%%ARGS%%"', '%%ARGS%%'],
  ['extra = "@HOST_NAME@"', '@HOST_NAME@'],
  ['extra = "a[VIRTIO_EXTRA]"', '[VIRTIO_EXTRA]'],
  ['ramdisk = "<path_to_ramdisk>/initrd"', '<path_to_ramdisk>'],
  ['extra = "{ sys_usb.memory }"', '{ sys_usb.memory }'],
  ['extra = "{{ args }}"', '{{ args }}'],
  ['maxmem = { sys_usb.memory }', '{ sys_usb.memory }'],
  ['maxmem = [MAX_MEMORY]', 'MAX_MEMORY'],
  ['maxmem = %%MAXMEM%%', '%%MAXMEM%%'],
] as const;

for (const [line, placeholder] of FILLED_IN) {
  test(`${line} is to be filled in`, () => {
    assert.equal(placeholderIn(line), placeholder);
  });
}

const WHOLE = [
  'extra = "root=/dev/xvda1 console=hvc0 cost=5$ a=50% x@y.z"',
  'extra = "pa$$word"',
  'cpus = "0-3,^1"',
  'vif = ["mac=00:16:3e:00:00:01,script=vif-bridge"]',
  'irqs = [IRQ]',
];

for (const line of WHOLE) {
  test(`${line} is not a template`, () => {
    assert.equal(placeholderIn(line), undefined);
  });
}

test('a Python config is none, whatever its strings hold', () => {
  const text = `import os\n${HEAD}extra = "$(uname -r)"\n`;
  assert.deepEqual([messagesOf(text, 'template-file').length, messagesOf(text, 'python-config').length], [0, 1]);
});

test('a mistake beside a placeholder is still found', () => {
  const text = `${HEAD}extra = "$(uname -r)"\nvcpus = two\n`;
  assert.deepEqual([messagesOf(text, 'template-file').length, messagesOf(text, 'unquoted-value').length], [1, 1]);
});
