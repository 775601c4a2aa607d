/** The devices among the arguments of a QEMU command line. */
import type { PastedDevice, PastedInterface, ReadLine } from './pasted-device';
import { diskOf } from './single-words';

/** The properties of one argument: `kind,key=value,…`, where two commas stand for one. */
interface Argument {
  readonly kind: string;
  readonly get: (key: string) => string | undefined;
}

const WORD = /(?:[^\s"'\\]|"[^"]*"|'[^']*'|\\.)+/g;
const COMMAND = /^(?:-|\S*qemu-system-)/;

/** Reads a command line or some of its arguments; undefined for anything else, and where no device is among them. */
export function readQemuArguments(text: string): ReadLine | undefined {
  const line = text.replace(/\\\r?\n/g, ' ').trim();
  if (!COMMAND.test(line) || line.includes('\n')) return undefined;
  const words = (line.match(WORD) ?? []).map((word) => word.replace(/["']/g, ''));
  const reader = new ArgumentReader();
  words.forEach((word, index) => {
    if (word.startsWith('-')) reader.take(word.replace(/^--?/, ''), words[index + 1] ?? '');
  });
  const devices = reader.finish();
  return devices.length === 0 ? undefined : devices;
}

class ArgumentReader {
  private readonly devices: PastedDevice[] = [];
  /** The two halves of an interface, by the id of the network. */
  private readonly networks = new Map<string, PastedInterface>();

  take(option: string, value: string): void {
    const argument = readArgument(value);
    const takers: Readonly<Record<string, () => void>> = {
      drive: () => {
        this.takeDrive(readArgument(`,${value}`));
      },
      cdrom: () => this.devices.push({ ...diskOf(value, 'raw'), isCdrom: true, isReadOnly: true }),
      netdev: () => {
        this.join(argument.get('id') ?? '', bridgeOf(argument));
      },
      net: () => {
        if (argument.kind !== 'none')
          this.join('', { ...bridgeOf(argument), ...cardOf(argument.get('model') ?? '', argument.get('macaddr')) });
      },
      nic: () => {
        if (argument.kind !== 'none')
          this.join(`nic ${this.networks.size}`, { ...bridgeOf(argument), ...cardOf(argument.get('model') ?? '', argument.get('mac')) });
      },
      device: () => {
        this.takeDevice(argument);
      },
    };
    const hard = /^hd([a-d])$/.exec(option)?.[1];
    if (hard !== undefined) this.devices.push({ ...diskOf(value, undefined), index: hard.charCodeAt(0) - 97 });
    else if (Object.hasOwn(takers, option)) takers[option]?.();
  }

  finish(): readonly PastedDevice[] {
    return [...this.devices, ...this.networks.values()];
  }

  private takeDrive({ get }: Argument): void {
    const file = get('file');
    // Firmware and its variables are no disks.
    if (file === undefined || file === '' || get('if') === 'pflash') return;
    const disk = diskOf(file, get('format'));
    const isCdrom = disk.isCdrom || get('media') === 'cdrom';
    const isReadOnly = isCdrom || get('readonly') === 'on' || get('read-only') === 'on';
    const index = get('if') === 'ide' ? Number(get('index')) : NaN;
    this.devices.push({ ...disk, isCdrom, isReadOnly, ...(Number.isInteger(index) ? { index } : {}) });
  }

  private takeDevice({ kind, get }: Argument): void {
    const host = get('host') ?? get('hostaddr');
    const network = get('netdev');
    if (network !== undefined) this.join(network, cardOf(kind, get('mac')));
    else if (/^(?:vfio-pci|xen-pci-passthrough)$/.test(kind) && host !== undefined) {
      const address = /^(?:0000:)?((?:[\da-f]{4}:)?[\da-f]{2}:[\da-f]{2}\.[0-7])$/i.exec(host)?.[1];
      if (address !== undefined) this.devices.push({ kind: 'pci', address: address.toLowerCase() });
    } else if (kind === 'usb-host') this.takeUsb(get);
  }

  private takeUsb(get: Argument['get']): void {
    const [bus, address] = [Number(get('hostbus')), Number(get('hostaddr'))];
    const id = [get('vendorid'), get('productid')].map((part) => part?.replace(/^0x/, '').padStart(4, '0'));
    const place = Number.isInteger(bus) && Number.isInteger(address) ? { bus, address } : undefined;
    const isNamed = id.every((part) => part !== undefined && /^[\da-f]{4}$/i.test(part));
    if (place !== undefined || isNamed) this.devices.push({ kind: 'usb', place, id: isNamed ? id.join(':').toLowerCase() : undefined });
  }

  private join(id: string, part: Omit<PastedInterface, 'kind'>): void {
    this.networks.set(id, { kind: 'interface', ...this.networks.get(id), ...part });
  }
}

function readArgument(value: string): Argument {
  const [kind = '', ...parts] = value
    .replaceAll(',,', '\0')
    .split(',')
    .map((part) => part.replaceAll('\0', ','));
  const properties = new Map(
    parts.map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [part, 'on'] : [part.slice(0, equals), part.slice(equals + 1)];
    }),
  );
  return { kind, get: (key) => properties.get(key) };
}

function bridgeOf({ kind, get }: Argument): Omit<PastedInterface, 'kind'> {
  const bridge = get('br') ?? (kind === 'bridge' ? 'br0' : undefined);
  return bridge === undefined ? {} : { bridge };
}

/** Cards that libxl has QEMU emulate under the same name; others are the PV card of today. */
const EMULATED = /^(?:e1000|rtl8139|ne2k_pci|pcnet|e1000-82544gc|e1000-82545em)$/;

function cardOf(model: string, mac: string | undefined): Omit<PastedInterface, 'kind'> {
  return { ...(EMULATED.test(model) ? { model } : {}), ...(mac === undefined ? {} : { mac: mac.toLowerCase() }) };
}
