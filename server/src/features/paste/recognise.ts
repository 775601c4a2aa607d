/** Tells which devices a pasted text is about. */
import type { PastedDevice, ReadLine } from './pasted-device';
import { readIpLink, readLspci, readLsusb } from './printed-lines';
import { readQemuArguments } from './qemu-arguments';
import { readMacLine, readPathLine } from './single-words';

/** Longer texts are no list of devices that somebody chose. */
const MAX_LENGTH = 20_000;

const LINE_READERS: readonly ((line: string) => ReadLine | undefined)[] = [readLspci, readLsusb, readIpLink, readMacLine, readPathLine];

/** The devices, where every line of a text is about some; none where one is not. */
export function recogniseDevices(text: string): readonly PastedDevice[] {
  if (text.length > MAX_LENGTH) return [];
  const arguments_ = readQemuArguments(text);
  if (arguments_ !== undefined) return arguments_;
  const devices: PastedDevice[] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    // Programs indent what they add to the line before.
    const isDetail = isInside && /^\s+\S/.test(line);
    if (line.trim() === '' || isDetail) continue;
    const read = readLine(line.trim());
    if (read === undefined) return [];
    devices.push(...read);
    isInside = true;
  }
  return devices;
}

function readLine(line: string): ReadLine | undefined {
  for (const read of LINE_READERS) {
    const devices = read(line);
    if (devices !== undefined) return devices;
  }
  return undefined;
}
