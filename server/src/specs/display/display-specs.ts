/** The languages of framebuffers, keyboards and displays (xl_parse.c). */
import { message } from '../../text/message';
import type { Json, JsonObject } from '../../text/json';
import { scanUnsigned } from '../../schema/c-text/c-number';
import { keyValueSpec, valueOf } from '../key-value';
import type { TextType } from '../../schema/value-types/value-type';
import { malformed, missingKey } from '../spec-key';
import { choice } from '../../schema/value-types/choice';
import { misread, refusedForm } from '../../schema/value-types/device-value';
import { defaultSwitch, leadingNumber, looseInteger, unsigned, unsignedSwitch } from '../../schema/value-types/scanned-number';
import { path } from '../../schema/value-types/path';
import { domainName, ignoredText, text } from '../../schema/value-types/text';

export const VFB_SPEC = keyValueSpec<
  | 'sdl.display'
  | 'sdl.enable'
  | 'sdl.opengl'
  | 'sdl.xauthority'
  | 'vnc.display'
  | 'vnc.enable'
  | 'vnc.findunused'
  | 'vnc.listen'
  | 'vnc.passwd'
>({
  id: 'vfb',
  what: 'a framebuffer',
  titleKeys: ['vnclisten', 'vncdisplay', 'display'],
  unknown: 'silent',
  withoutEquals: 'ends',
  keys: [
    { name: 'type', type: ignoredText(), summary: 'Chose between VNC and SDL in xend only.', deprecated: null },
    { name: 'vnc', field: 'vnc.enable', type: defaultSwitch(), summary: 'Shows the display through VNC.', default: '1' },
    {
      name: 'vnclisten',
      field: 'vnc.listen',
      type: text({ what: 'address, with `:display` after it or not', suggestions: ['127.0.0.1', '0.0.0.0'] }),
      summary: 'Sets the address that VNC listens on.',
      default: '127.0.0.1',
    },
    { name: 'vncpasswd', field: 'vnc.passwd', type: text(), isSecret: true, summary: 'Sets the VNC password.' },
    { name: 'vncdisplay', field: 'vnc.display', type: looseInteger(), summary: 'Sets the VNC display number.', default: '0' },
    { name: 'vncunused', field: 'vnc.findunused', type: defaultSwitch(), summary: 'Looks for a free VNC port.', default: '1' },
    {
      name: 'keymap',
      type: text({ what: 'keyboard layout that QEMU knows', suggestions: ['en-us', 'de', 'fr'] }),
      summary: 'Sets the keyboard layout.',
    },
    { name: 'sdl', field: 'sdl.enable', type: defaultSwitch(), summary: 'Shows the display in a window on the host.', default: '0' },
    { name: 'opengl', field: 'sdl.opengl', type: defaultSwitch(), summary: 'Once let the window use OpenGL.', default: '0' },
    { name: 'display', field: 'sdl.display', type: text({ what: 'X display' }), summary: 'Names the X display for the window.' },
    {
      name: 'xauthority',
      field: 'sdl.xauthority',
      type: path('any', { what: 'path' }),
      summary: 'Names the X authority file for the window.',
    },
  ],
});

export const VKB_SPEC = keyValueSpec({
  id: 'vkb',
  what: 'a virtual keyboard',
  titleKeys: ['unique-id', 'backend-type'],
  unknown: 'refused',
  keys: [
    {
      name: 'backend-type',
      type: choice({ values: [{ value: 'qemu' }, { value: 'linux' }], ignoresCase: true }),
      summary: 'Says who serves the device.',
    },
    { name: 'backend', field: 'backend_domname', type: domainName(), summary: 'Names the domain that serves the device.', default: 'dom0' },
    { name: 'unique-id', type: text(), summary: 'Names the device for its backend.' },
    { name: 'feature-disable-keyboard', type: unsignedSwitch(), summary: 'Leaves the keyboard out.' },
    { name: 'feature-disable-pointer', type: unsignedSwitch(), summary: 'Leaves the pointer out.' },
    { name: 'feature-abs-pointer', type: unsignedSwitch(), summary: 'Offers absolute pointer coordinates.' },
    { name: 'feature-raw-pointer', type: unsignedSwitch(), summary: 'Offers raw pointer coordinates.' },
    { name: 'feature-multi-touch', type: unsignedSwitch(), summary: 'Offers a touch screen.' },
    { name: 'multi-touch-width', type: unsigned(), summary: 'Sets the width of the touch screen.' },
    { name: 'multi-touch-height', type: unsigned(), summary: 'Sets the height of the touch screen.' },
    { name: 'multi-touch-num-contacts', type: unsigned(), summary: 'Sets how many fingers are told apart.' },
    { name: 'width', type: unsigned(), summary: 'Sets the width of the pointer area.' },
    { name: 'height', type: unsigned(), summary: 'Sets the height of the pointer area.' },
  ],
  *checkFields(fields, item) {
    const backendType = valueOf(fields, 'backend-type');
    if (backendType === undefined) yield missingKey(item, 'backend-type', message('a virtual keyboard'), 'qemu');
    const numberOf = (key: string): bigint => leadingNumber(valueOf(fields, key)?.text ?? '');
    const touch = valueOf(fields, 'feature-multi-touch');
    const sizes = ['multi-touch-width', 'multi-touch-height', 'multi-touch-num-contacts'];
    const hasSize = sizes.some((key) => BigInt.asUintN(32, numberOf(key)) !== 0n);
    if (touch !== undefined && numberOf('feature-multi-touch') !== 0n && !hasSize) yield malformed(touch, item, 'multiTouch');
  },
});

function connectors(): TextType {
  return {
    ...text({ what: '`ID:WIDTHxHEIGHT`, several between `;`' }),
    read: readConnectors,
    *check(value) {
      for (const match of value.text.matchAll(/[^;]+/g)) {
        const kind = judgeConnector(match[0]);
        if (kind === 'right') continue;
        const [text] = match;
        const part = { text, range: value.rangeOf({ start: match.index, end: match.index + text.length }) };
        if (kind === 'refused') yield refusedForm(part, message('a connector such as `0:1920x1080`'));
        else yield misread(part, { message: 'connector', data: { text } });
        return;
      }
    },
  };
}

/** The connectors up to the first that is lost; those after it stay empty. */
function readConnectors(text: string): Json {
  const parts = text.split(';').filter((part) => part !== '');
  const end = parts.findIndex((part) => judgeConnector(part) === 'lost');
  return parts.map((part, index) => {
    const [, unique_id = '', resolution = ''] = /^:*([^:]+):+([^:]+)/.exec(part) ?? [];
    if (end >= 0 && index > end) return {};
    const width = scanUnsigned(resolution, 10);
    const height = scanUnsigned(resolution.slice((width?.length ?? 0) + 1), 10);
    if (index === end || width === undefined || height === undefined) return { unique_id };
    return { unique_id, ...nonZero({ width: width.value, height: height.value }) };
  });
}

function nonZero(numbers: Readonly<Record<string, bigint>>): JsonObject {
  const cut = Object.entries(numbers).map(([name, value]): [string, number] => [name, Number(BigInt.asUintN(32, value))]);
  return Object.fromEntries(cut.filter(([, value]) => value !== 0));
}

/**
 * xl hands the count of sscanf on as its result: one number is an error, but none
 * at all counts as success, and the connectors after it are not read.
 */
function judgeConnector(part: string): 'right' | 'refused' | 'lost' {
  const resolution = /^:*[^:]+:+([^:]+)/.exec(part)?.[1];
  if (resolution === undefined || resolution.trim() === '') return 'refused';
  if (/^\s*[+-]?\d+x\s*[+-]?\d/.test(resolution)) return 'right';
  return /^\s*[+-]?\d/.test(resolution) ? 'refused' : 'lost';
}

export const VDISPL_SPEC = keyValueSpec({
  id: 'vdispl',
  what: 'a virtual display',
  titleKeys: ['connectors', 'backend'],
  unknown: 'refused',
  keys: [
    {
      name: 'backend',
      field: 'backend_domname',
      type: domainName(),
      summary: 'Names the domain that serves the display.',
      default: 'dom0',
    },
    { name: 'be-alloc', type: unsignedSwitch(), summary: 'Lets the backend allocate the buffers.' },
    { name: 'connectors', type: connectors(), summary: 'Lists the connectors with their resolutions.' },
  ],
  *checkFields(fields, item) {
    if ((valueOf(fields, 'connectors')?.text ?? '').replace(/;/g, '') === '')
      yield missingKey(item, 'connectors', message('a virtual display'), '0:1920x1080');
  },
});
