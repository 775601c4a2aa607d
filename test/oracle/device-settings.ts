/** Settings of devices to compare with the real xl: the pieces of each mini-language, and how they are put together. */
import fc from 'fast-check';

export interface Language {
  /** The settings that stand around the option. */
  readonly head?: string;
  /** Fields, or whole strings where `isWhole`. */
  readonly pieces: readonly string[];
  readonly isWhole?: true;
  readonly isAtom?: true;
}

const HVM = 'type = "hvm"\n';
const NUMBERS = ['0', '1', '2', '-1', '07', '0x10', '300', '4294967296', 'x', '', ' 5', '5 ', 'yes'];

function keys(names: readonly string[], values: readonly string[]): readonly string[] {
  return names.flatMap((name) => values.map((value) => `${name}=${value}`));
}

export const LANGUAGES: Readonly<Record<string, Language>> = {
  vnuma: {
    head: `${HVM}maxmem = 512\nmaxvcpus = 2\n`,
    isWhole: true,
    pieces: [
      ...[
        'pnode=0',
        'size=512',
        'size=512',
        'vcpus=0-1',
        'vcpus=0-1',
        'vcpus=1',
        'vdistances=10,20',
        'size=256',
        'size = 512',
        'vcpus=0,1',
      ],
      ...['size', 'size=', 'size=x', 'foo=1', 'vdistances=x', 'pnode=x', '', '=5', 'pnode=5x'],
    ],
  },
  disk: {
    pieces: [
      ...keys(
        ['format', 'access', 'vdev', 'devtype', 'backendtype'],
        ['raw', 'qcow2', 'rw', 'r', 'xvda', 'cdrom', 'disk', 'phy', 'qdisk', '', 'x'],
      ),
      ...keys(['target', 'script', 'backend', 'foo', 'colo-port', 'specification'], ['/dev/a', '1', '', 'xen', 'a,b']),
      ...[
        'phy:/dev/a',
        'file:/x',
        'tap:aio:/x',
        'raw:/x',
        'qcow2:/x',
        'nbd:x',
        'http://x',
        'a:b',
        '/dev/x',
        'xvda',
        'hdc:cdrom',
        'hda:disk',
        'hda:foo',
      ],
      ...[
        '',
        ' ',
        'raw',
        'w',
        'rw',
        'ro',
        'cdrom',
        'discard',
        'direct-io-safe',
        'empty',
        'a=b',
        'Format=raw',
        ' vdev=xvda',
        '/a=b',
        'abc:',
        'colo',
      ],
    ],
  },
  vif: {
    pieces: [
      ...keys(['mac'], ['00:16:3e:00:00:01', '00:16:3e:00:00', 'x', '', '00:16:3e:XX:XX:XX', '1-2-3-4-5-6']),
      ...keys(
        ['rate'],
        [
          '10Mb/s',
          '1GB/s@20ms',
          '0Kb/s',
          '10',
          '',
          '010KB/s',
          '5Mb/s@0',
          '5Mb/s@9999s',
          '99999999999b/s',
          '1Mb/s@5',
          '08Mb/s',
          '1Mb/s@5m',
          '1Mb/s@us',
        ],
      ),
      ...keys(['bridge', 'type', 'model', 'devid', 'mtu', 'foo', 'netdev', 'accel', 'ip', 'vlan'], ['vif', 'ioemu', 'xenbr0', ...NUMBERS]),
      ...['trusted', 'untrusted', 'x', '', ' bridge=a', 'bridge =a'],
    ],
  },
  pci: {
    isWhole: true,
    pieces: [
      ...[
        '01:00.0',
        '0000:01:00.0',
        '1:2.3',
        '01:00',
        '01:00.*',
        '01:00.8',
        '01:20.0',
        '01:1f.7',
        '100:00.0',
        '10000:01:00.0',
        '01:00.0@5',
        '01:00.0@20',
        '01:00.0@',
        '',
      ],
      ...[
        '01:00.0,permissive=1',
        '01:00.0,permissive=yes',
        '01:00.0,permissive',
        '01:00.0,foo=1',
        '01:00.0,',
        '01:00.0,,seize=1',
        '01:00.0,seize=1,',
        'name=x',
        '01:00.0,name=x',
        'bdf=01:00.0',
        'bdf=01:00.0@5',
      ],
      ...[
        'bdf=x',
        '01:00.0,rdm_policy=strict',
        '01:00.0,rdm_policy=RELAXED',
        '01:00.0,rdm_policy=x',
        'vslot=5,bdf=01:00.0',
        '01:00.0,vslot=20',
        '01:00.0,vslot=g',
        '01:00.0 ',
        ' 01:00.0',
        '01:00.0x',
        'permissive=1',
      ],
    ],
  },
  usbctrl: {
    pieces: [...keys(['type', 'version', 'ports', 'foo'], ['auto', 'pv', 'PV', 'qusb', 'x', ...NUMBERS]), 'type', '', ' type=pv'],
  },
  usbdev: {
    pieces: [...keys(['type', 'hostbus', 'hostaddr', 'controller', 'port', 'foo'], ['hostdev', 'HOSTDEV', 'x', ...NUMBERS]), 'hostbus', ''],
  },
  vfb: { pieces: [...keys(['vnc', 'vncdisplay', 'vnclisten', 'sdl', 'foo'], ['0.0.0.0', ...NUMBERS]), 'vnc', '', ' vnc=1'] },
  vkb: {
    pieces: [
      ...keys(
        ['backend-type', 'backend', 'feature-multi-touch', 'multi-touch-width', 'multi-touch-num-contacts', 'width', 'foo'],
        ['qemu', 'linux', 'QEMU', ...NUMBERS],
      ),
      'backend-type',
      '',
    ],
  },
  vdispl: {
    pieces: [
      'connectors=0:1920x1080',
      'connectors=a:1x2;b:3x4',
      'connectors=0:1920',
      'connectors=0:1x2junk',
      'connectors=0:x',
      'backend=0',
      'be-alloc=1',
      'foo=1',
      'connectors',
      '',
    ],
  },
  channel: {
    pieces: [
      ...keys(['connection', 'name', 'path', 'backend', 'foo'], ['pty', 'socket', 'PTY', '/x', '', ' x ', 'a=b']),
      ' connection = pty',
      'connection',
      'name',
    ],
  },
  vtpm: {
    pieces: [
      'backend=0',
      'backend=x',
      'uuid=5a36b9c1-3d0e-4f6f-8b8b-0a1b2c3d4e5f',
      'uuid=x',
      'foo=1',
      'backend',
      '',
      ' backend=a',
      'backend =a',
    ],
  },
  pvcalls: { pieces: ['backend=0', 'backend=', 'foo=1', 'backend', '', 'backend =a'] },
  p9: { pieces: ['tag=a', 'path=/b', 'security_model=none', 'backend=0', 'foo=1', 'tag', '', ' path=/c', 'type=qemu', 'tag ='] },
  ioports: {
    isWhole: true,
    pieces: [
      '3f8',
      '3f8-3ff',
      '0x10',
      '3ff-3f8',
      'g',
      '',
      '10 ',
      '10-',
      '10-x',
      '10-20x',
      'ffffffff',
      'fffffffe',
      '-1',
      ' 10',
      '10- 20',
      '123456789',
    ],
  },
  irqs: { isWhole: true, pieces: ['5', '05', '0x10', '', 'x', '5 ', ' 5', '+5', '-1', '4294967294', '4294967295', '5a'] },
  iomem: {
    isWhole: true,
    pieces: [
      'f0,1',
      'f0,1@2',
      '0xf0,0x1',
      'f0',
      'f0,',
      'f0,1,2',
      'f0, 1',
      ' f0,1',
      'f0 ,1',
      'f0,1@',
      'f0,1@g',
      '-1,-1',
      'g,1',
      '',
      'f0,1@2x',
    ],
  },
  cpus: {
    head: 'vcpus = 2\n',
    isAtom: true,
    isWhole: true,
    pieces: [
      '0',
      '0-3',
      '0-3,^2',
      'all',
      'all,^0',
      '^all',
      '3-0',
      'node:all',
      '^node:all',
      'x',
      '0x1',
      '1,^1',
      '',
      ',',
      ' 1',
      '1 ',
      '1- 2',
      '^1',
      '5-',
      '-1',
    ],
  },
  viridian: {
    head: HVM,
    isWhole: true,
    pieces: ['base', '!base', 'BASE', 'all', '!all', 'ALL', 'defaults', '!defaults', 'freq', 'foo', '', '!', 'no_vp_limit', ' base'],
  },
  mca_caps: { head: HVM, isWhole: true, pieces: ['lmce', 'LMCE', '', 'foo'] },
  vsnd: {
    isWhole: true,
    pieces: [
      'card',
      'card,short-name=a',
      'PCM,name=x',
      'stream,unique-id=a,type=p',
      'stream,type=x',
      'stream,id=a',
      'pcm,sample-formats=s16_le;u8',
      'pcm,sample-formats=float_le',
      'foo',
      '',
      'card,name=x',
      'card,backend',
      ' card',
      'pcm, name=x',
      'pcm,sample-rates=x;1',
      'card,,long-name=b',
    ],
  },
  rdm: {
    head: HVM,
    isWhole: true,
    isAtom: true,
    pieces: ['strategy=host', 'strategy=host,policy=strict', 'policy=relaxed', 'policy=x', 'foo=1', '', 'strategy=x'],
  },
  cpuid: { isWhole: true, isAtom: true, pieces: ['host', 'host,sse3=0', 'host,foo=1', 'x', 'host,sse3', 'host,sse3=q', ''] },
};

/** Options whose items are lists themselves. */
const NESTED = new Set(['vnuma', 'vsnd']);

function stringOf(language: Language): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...language.pieces);
  const joined = language.isWhole === true ? piece : fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(','));
  const mutated = fc.tuple(joined, fc.nat(40), fc.constantFrom('', ',', '=', ' ', 'x', ':', '1')).map(([text, place, inserted]) => {
    const at = place % (text.length + 1);
    return inserted === '' ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + inserted + text.slice(at);
  });
  return fc.oneof({ weight: 3, arbitrary: joined }, { weight: 1, arbitrary: mutated });
}

/** One setting of an option, with strings that are right, nearly right, or damaged. */
export function settingOf(name: string, language: Language): fc.Arbitrary<string> {
  const strings = fc.array(stringOf(language), { minLength: 1, maxLength: 3 });
  return strings.map((texts) => {
    const quoted = texts.map((text) => `"${text}"`);
    if (language.isAtom === true) return `${name} = ${quoted[0]}`;
    return NESTED.has(name) ? `${name} = [ [ ${quoted.join(', ')} ] ]` : `${name} = [ ${quoted.join(', ')} ]`;
  });
}
