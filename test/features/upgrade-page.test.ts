/** The page that says what an upgrade changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, service } from '../support/check';

const HVM = 'name = "a"\ntype = "hvm"\nmemory = 512\n';

test('each kind of change has a section, the worst first', () => {
  const text = `${HVM}device_model_version = "qemu-xen-traditional"\npci = [ "01:00.0" ]\nxen_platform_pci_bar_uc = 0\n`;
  const page = service.upgradePage(text, DEFAULT_SETTINGS, '4.17', '4.22');
  assert.match(
    page,
    /^# From Xen 4\.17 to 4\.22\n\n## Breaks\n\n- Line 4, Xen 4\.21: [^]*## Changes\n\n- Line 5, Xen 4\.19: [^]*## Gains\n\n- Line 6, /,
  );
});

test('where nothing changes, the page says so', () => {
  assert.equal(service.upgradePage(HVM, DEFAULT_SETTINGS, '4.17', '4.17'), '# From Xen 4.17 to 4.17\n\nNothing changes for this config.\n');
});
