/** The root device on the command line of a Linux kernel, which is a disk of the config under the name that the guest has for it. */
import { type Slice, sliceOf } from '../../schema/spec-text';
import { text } from '../../schema/value-types/text';
import type { Mention, TextType } from '../../schema/value-types/value-type';
import { VDEV } from './vdev';

/** The whole of the text, or after `root=` among other parameters. */
export type RootForm = 'device' | 'command-line';

const PATTERNS: Readonly<Record<RootForm, RegExp>> = {
  device: /^(\/dev\/((?:xvd|hd|sd)[a-z]+)\d*)(?=\s|$)/d,
  'command-line': /(?<=(?:^|\s)root=)(\/dev\/((?:xvd|hd|sd)[a-z]+)\d*)(?=\s|$)/d,
};

const FOLDER = '/dev/';

/** A device such as `/dev/xvda1` that a text names as the root; undefined for labels, UUIDs and all else. */
export function findRootDevice(text: string, form: RootForm): Slice | undefined {
  return findSlices(text, form)?.device;
}

function findSlices(text: string, form: RootForm): { readonly device: Slice; readonly disk: Slice } | undefined {
  const [, device, disk] = PATTERNS[form].exec(text)?.indices ?? [];
  return device === undefined || disk === undefined ? undefined : { device: sliceOf(text, ...device), disk: sliceOf(text, ...disk) };
}

/** Text that can name the root device. */
export function rootText(form: RootForm): TextType {
  return {
    ...text(),
    mentions(value): readonly Mention[] {
      const found = findSlices(value, form);
      if (found === undefined) return [];
      const { device, disk } = found;
      // A partition can be a disk of its own; else it is one of a disk.
      return [{ thing: VDEV, readings: [sliceOf(value, device.start + FOLDER.length, device.end), disk] }];
    },
  };
}
