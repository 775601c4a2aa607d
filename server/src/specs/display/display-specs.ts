/** The languages of framebuffers, keyboards and displays (xl_parse.c). */
import type { ValueProblem } from '../../schema/value-types/value-type';
import { keyValueSpec, valueOf } from '../key-value';
import type { SpecField } from '../spec';
import {
  domainName,
  freeText,
  type KeyType,
  leadingNumber,
  looseInteger,
  looseSwitch,
  malformed,
  misread,
  missingKey,
  oneOf,
  refusedForm,
} from '../spec-key';
import type { SpecText } from '../spec-text';

export const VFB_SPEC = keyValueSpec({
  what: 'a framebuffer',
  unknown: 'silent',
  withoutEquals: 'ends',
  keys: [
    { name: 'vnc', type: looseSwitch(), summary: 'Shows the display through VNC.', default: '1' },
    {
      name: 'vnclisten',
      type: freeText('address, with `:display` behind it or not', ['127.0.0.1', '0.0.0.0']),
      summary: 'Sets the address that VNC listens on.',
      default: '127.0.0.1',
    },
    { name: 'vncpasswd', type: freeText(), summary: 'Sets the VNC password.' },
    { name: 'vncdisplay', type: looseInteger(), summary: 'Sets the VNC display number.', default: '0' },
    { name: 'vncunused', type: looseSwitch(), summary: 'Looks for a free VNC port.', default: '1' },
    { name: 'keymap', type: freeText('keyboard layout that QEMU knows', ['en-us', 'de', 'fr']), summary: 'Sets the keyboard layout.' },
    { name: 'sdl', type: looseSwitch(), summary: 'Shows the display in a window on the host.', default: '0' },
    { name: 'opengl', type: looseSwitch(), summary: 'Once let the window use OpenGL.', default: '0' },
    { name: 'display', type: freeText('X display'), summary: 'Names the X display for the window.' },
    { name: 'xauthority', type: freeText('path'), summary: 'Names the X authority file for the window.' },
  ],
  checkFields: checkDisplayGivenTwice,
});

/** libxl refuses a display number beside one in the address (libxl_console.c). */
function* checkDisplayGivenTwice(fields: readonly SpecField[], item: SpecText): Generator<ValueProblem> {
  const display = valueOf(fields, 'vncdisplay');
  const listen = valueOf(fields, 'vnclisten');
  if (display === undefined || listen?.text.includes(':') !== true || !/^\s*[+-]?0*[1-9]/.test(display.text)) return;
  yield { code: 'refused-device-value', range: item.rangeOf(display), message: 'displayTwice', data: {}, stage: 'create' };
}

export const VKB_SPEC = keyValueSpec({
  what: 'a virtual keyboard',
  unknown: 'refused',
  keys: [
    {
      name: 'backend-type',
      type: oneOf([{ value: 'qemu' }, { value: 'linux' }], { ignoresCase: true }),
      summary: 'Says who serves the device.',
    },
    { name: 'backend', type: domainName(), summary: 'Names the domain that serves the device.', default: 'dom0' },
    { name: 'unique-id', type: freeText(), summary: 'Names the device for its backend.' },
    { name: 'feature-disable-keyboard', type: looseSwitch(), summary: 'Leaves the keyboard out.' },
    { name: 'feature-disable-pointer', type: looseSwitch(), summary: 'Leaves the pointer out.' },
    { name: 'feature-abs-pointer', type: looseSwitch(), summary: 'Offers absolute pointer coordinates.' },
    { name: 'feature-raw-pointer', type: looseSwitch(), summary: 'Offers raw pointer coordinates.' },
    { name: 'feature-multi-touch', type: looseSwitch(), summary: 'Offers a touch screen.' },
    { name: 'multi-touch-width', type: looseInteger(), summary: 'Sets the width of the touch screen.' },
    { name: 'multi-touch-height', type: looseInteger(), summary: 'Sets the height of the touch screen.' },
    { name: 'multi-touch-num-contacts', type: looseInteger(), summary: 'Sets how many fingers are told apart.' },
    { name: 'width', type: looseInteger(), summary: 'Sets the width of the pointer area.' },
    { name: 'height', type: looseInteger(), summary: 'Sets the height of the pointer area.' },
  ],
  *checkFields(fields, item) {
    const backendType = valueOf(fields, 'backend-type');
    if (backendType === undefined) yield missingKey(item, 'backend-type', 'a virtual keyboard');
    const numberOf = (key: string): bigint => leadingNumber(valueOf(fields, key)?.text ?? '');
    const touch = valueOf(fields, 'feature-multi-touch');
    const sizes = ['multi-touch-width', 'multi-touch-height', 'multi-touch-num-contacts'];
    const hasSize = sizes.some((key) => BigInt.asUintN(32, numberOf(key)) !== 0n);
    if (touch !== undefined && numberOf('feature-multi-touch') !== 0n && !hasSize) yield malformed(touch, item, 'multiTouch');
  },
});

function connectors(): KeyType {
  return {
    ...freeText('`ID:WIDTHxHEIGHT`, several between `;`'),
    *check(value, item) {
      for (const match of value.text.matchAll(/[^;]+/g)) {
        const kind = judgeConnector(match[0]);
        if (kind === 'right') continue;
        const part = item.slice(value.start + match.index, value.start + match.index + match[0].length);
        if (kind === 'refused') yield refusedForm(part, item, 'a connector such as `0:1920x1080`');
        else yield misread(part, item, 'connector', { text: part.text });
        return;
      }
    },
  };
}

/**
 * xl hands the count of sscanf on as its result: one number is an error, but none
 * at all counts as success, and the connectors behind it are not read.
 */
function judgeConnector(part: string): 'right' | 'refused' | 'lost' {
  const resolution = /^:*[^:]+:+([^:]+)/.exec(part)?.[1];
  if (resolution === undefined || resolution.trim() === '') return 'refused';
  if (/^\s*[+-]?\d+x\s*[+-]?\d/.test(resolution)) return 'right';
  return /^\s*[+-]?\d/.test(resolution) ? 'refused' : 'lost';
}

export const VDISPL_SPEC = keyValueSpec({
  what: 'a virtual display',
  unknown: 'refused',
  keys: [
    { name: 'backend', type: domainName(), summary: 'Names the domain that serves the display.', default: 'dom0' },
    { name: 'be-alloc', type: looseSwitch(), summary: 'Lets the backend allocate the buffers.' },
    { name: 'connectors', type: connectors(), summary: 'Lists the connectors with their resolutions.' },
  ],
  *checkFields(fields, item) {
    if ((valueOf(fields, 'connectors')?.text ?? '').replace(/;/g, '') === '') yield missingKey(item, 'connectors', 'a virtual display');
  },
});
