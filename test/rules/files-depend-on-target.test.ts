/** `files-depend-on-target`, which is off unless somebody turns it on. */
import { test } from 'node:test';
import { checkFindings, REPORTING_SETTINGS } from '../support/check';

test('a file that is named is reported, an empty name is not', () => {
  const rules = { ...REPORTING_SETTINGS.rules, severities: { 'files-depend-on-target': 'hint' } } as const;
  checkFindings('name = "d"\nkernel = "/boot/vmlinuz"\n#        ^^^^^^^^^^^^^^^ files-depend-on-target\nramdisk = ""\n', {
    ...REPORTING_SETTINGS,
    rules,
  });
});
