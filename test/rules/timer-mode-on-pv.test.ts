/** `timer-mode-on-pv`, beside the examples of its page. */
import { test } from 'node:test';
import { checkFix } from '../support/check';

test('the fix of timer-mode-on-pv', () => {
  checkFix(
    'timer-mode-on-pv',
    `name = "web1"
kernel = "/boot/vmlinuz"
timer_mode = "no_delay_for_missed_ticks"
`,
    `name = "web1"
kernel = "/boot/vmlinuz"
`,
  );
});
