/** What is refused depends on the device model, also where the config does not name it. */
import { test } from 'node:test';
import { expectCreateErrors, HEADS } from '../support/create-errors';

/** Ways to have qemu-xen-traditional. */
const TRADITIONAL = ['device_model_version = "qemu-xen-traditional"\n', 'device_model_stubdomain_override = 1\n'];

function expectTraditional(setting: string, expected: readonly string[] = []): void {
  for (const model of TRADITIONAL) expectCreateErrors(HEADS.hvm + model + setting, expected);
}

test('the old device model looks at less', () => {
  const settings = [
    ...['usbversion = "-1"', 'usbversion = 4', 'soundhw = "hda,ac97"', 'spice = 1', 'spice = 1\nspiceusbredirection = 5', 'videoram = 4'],
    ...['bios = "unknown"', 'bios = "rombios"', 'stdvga = 1\nvideoram = 8'],
  ];
  for (const setting of settings) expectTraditional(`${setting}\n`);
});

test('the old device model can do less', () => {
  expectTraditional('bios = "seabios"\n', ['refused-by-traditional: bios']);
  expectTraditional('firmware = "ovmf"\n', ['refused-by-traditional: firmware']);
  expectTraditional('firmware = "uefi"\n', ['refused-by-traditional: firmware']);
  expectTraditional('kernel = "/boot/vmlinuz"\n', ['refused-by-traditional: kernel']);
  expectTraditional('vga = "qxl"\n', ['refused-by-traditional: vga']);
  expectTraditional('dm_restrict = 1\n', ['refused-by-traditional: dm_restrict']);
  expectTraditional('stdvga = 1\nvideoram = 7\n', ['videoram-too-small: 7']);
});

test('since it is gone, a stub domain has the device model of today', () => {
  expectCreateErrors(`${HEADS.hvm}device_model_stubdomain_override = 1\nbios = "rombios"\n`, ['rombios-without-traditional: "rombios"'], {
    xen: '4.21',
  });
});

test('a stub domain has no SPICE', () => {
  const model = 'device_model_version = "qemu-xen"\ndevice_model_stubdomain_override = 1\n';
  expectCreateErrors(`${HEADS.hvm}${model}spice = 1\n`);
  expectCreateErrors(`${HEADS.hvm}spice = 1\n`, ['incomplete-spice: spice', 'incomplete-spice: spice']);
});

test('USB redirections count where there is a controller', () => {
  const spice = 'spice = 1\nspiceport = 5900\nspicedisable_ticketing = 1\n';
  expectCreateErrors(`${HEADS.hvm}${spice}spiceusbredirection = 5\n`, ['usb-redirection-out-of-range: 5']);
  expectCreateErrors(`${HEADS.hvm}${spice}spiceusbredirection = "-1"\n`);
  expectCreateErrors(`${HEADS.hvm}spiceusbredirection = 5\n`);
  expectCreateErrors(`${HEADS.hvm}usbversion = 1\nspiceusbredirection = "-1"\n`, ['usb-redirection-out-of-range: "-1"']);
  expectCreateErrors(`${HEADS.hvm}usb = 1\nspiceusbredirection = "-1"\n`, ['mixed-usb-options: spiceusbredirection']);
});
