/** `timer-mode-on-pv`: where it reports, where it keeps quiet, and what its fix leaves. */
import { test } from 'node:test';
import { checkFindings, checkFix } from '../support/check';

test('timer-mode-on-pv is reported where the mark says', () => {
  checkFindings(`name = "web1"
kernel = "/boot/vmlinuz"
timer_mode = "no_delay_for_missed_ticks"
#< timer-mode-on-pv
`);
});

test('timer-mode-on-pv keeps quiet about a right file', () => {
  checkFindings(`type = "hvm"
name = "win1"
timer_mode = "no_delay_for_missed_ticks"
`);
});

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
