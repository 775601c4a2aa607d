/** `arm-interrupt-taken`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFindings, DEFAULT_SETTINGS } from '../support/check';

test('each virtio device takes an interrupt', () => {
  const settings = { ...DEFAULT_SETTINGS, target: { xen: '4.19', arch: 'arm' } } as const;
  checkFindings(
    `type = "pvh"
name = "d"
memory = 512
kernel = "/k"
virtio = [ "type=virtio,device22,transport=mmio" ]
irqs = [ 33, 34 ]
#        ^^ arm-interrupt-taken
`,
    settings,
  );
});
