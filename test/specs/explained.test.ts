/** Every key of every device reaches the domain that `explain` shows, unless its declaration says that it goes nowhere by itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEVICE_OPTIONS } from '../../server/src/options/index';
import type { SpecKey } from '../../server/src/schema/value-types/value-type';

const CONTEXT = { target: { xen: 'unstable', arch: 'arm' }, domainType: 'hvm' } as const;
/** What xl wants beside a field of some devices; the field stands for the star. */
const FRAMES: Readonly<Record<string, readonly string[]>> = {
  disk: ['vdev=xvda,*,target=/a'],
  pci: ['01:00.0,*'],
  usbdev: ['type=hostdev,*'],
  channel: ['name=a,path=/a,*', 'connection=socket,*'],
};

function samplesOf(key: SpecKey): readonly string[] {
  const offered = key.type.suggest({ ...CONTEXT }).map(({ text }) => text);
  return [...offered, '7', '1MB/s', '00112233-4455-6677-8899-aabbccddeeff', '0:640x480', 's8', '/a'].filter(
    (text) => key.type.read?.(text) !== undefined,
  );
}

for (const { name, type } of DEVICE_OPTIONS) {
  const { spec } = type;
  if (spec === undefined) continue;
  test(`every key of ${name} is explained`, () => {
    assert.ok(spec.toStruct !== undefined || spec.checkValue !== undefined, 'the language says what becomes of a string');
    if (spec.toStruct === undefined) return;
    const structOf = (frame: string, field: string): string =>
      JSON.stringify(spec.toStruct?.(frame.replace('*', field).replace(/^,|,$/, ''), CONTEXT));
    for (const key of spec.keys) {
      const samples = samplesOf(key);
      // A key whose type reads nothing is left to the language, or goes nowhere.
      if (samples.length === 0 || key.deprecated !== undefined) continue;
      const fields = key.type.isFlag === true ? [key.name] : samples.map((text) => `${key.name}=${text}`);
      const isShown = (FRAMES[name] ?? ['*']).some((frame) => fields.some((field) => structOf(frame, field) !== structOf(frame, '')));
      assert.ok(isShown, key.name);
    }
  });
}
