/** Where libxl plugs in USB devices (libxl_usb.c, libxl__device_usbdev_setdefault). */

/** A device with the numbers that its string has. */
export interface UsbPlug {
  readonly bus: number;
  readonly address: number;
  /** Undefined where libxl looks for one. */
  readonly controller: number | undefined;
  /** 0 where libxl looks for one. */
  readonly port: number;
}

export type UsbRefusal = 'noDevice' | 'twice' | 'noController' | 'portTaken' | 'noPort';

/** The controllers of a domain while its devices are plugged in one by one. */
export class UsbPorts {
  private readonly controllers: { readonly portCount: number; readonly taken: Set<number> }[];
  private readonly addedPorts: number;
  /** No controller before this one has a port left. */
  private firstOpen = 0;
  private readonly devices = new Set<string>();

  /**
   * @param portCounts of the controllers that the config lists
   * @param addedPorts of those that libxl adds when all others are full
   */
  constructor(portCounts: readonly number[], addedPorts: number) {
    this.addedPorts = addedPorts;
    this.controllers = portCounts.map((portCount) => ({ portCount, taken: new Set() }));
  }

  /** Plugs a device in, or says why libxl does not. */
  plug(device: UsbPlug): UsbRefusal | undefined {
    const { bus, address, controller, port } = device;
    if (controller !== undefined && this.controllers[controller] === undefined) return 'noController';
    // Linux counts buses and devices from 1.
    if (bus === 0 || address === 0) return 'noDevice';
    if (this.devices.has(`${bus} ${address}`)) return 'twice';
    const refusal = controller === undefined ? undefined : this.plugInto(controller, port);
    if (controller === undefined) this.plugAnywhere();
    if (refusal === undefined) this.devices.add(`${bus} ${address}`);
    return refusal;
  }

  private plugInto(controller: number, port: number): UsbRefusal | undefined {
    const chosen = this.controllers[controller];
    if (chosen === undefined) return 'noController';
    if (chosen.taken.has(port)) return 'portTaken';
    // libxl does not look whether there is a port of that number.
    const free = port === 0 ? freePort(chosen) : port;
    if (free === undefined) return 'noPort';
    chosen.taken.add(free);
    return undefined;
  }

  private plugAnywhere(): void {
    // Ports are only ever taken, so a controller that is full stays full.
    for (; this.firstOpen < this.controllers.length; this.firstOpen++) {
      const controller = this.controllers[this.firstOpen];
      const port = controller === undefined ? undefined : freePort(controller);
      if (port === undefined) continue;
      controller?.taken.add(port);
      return;
    }
    this.controllers.push({ portCount: this.addedPorts, taken: new Set([1]) });
  }
}

function freePort({ portCount, taken }: { readonly portCount: number; readonly taken: ReadonlySet<number> }): number | undefined {
  for (let port = 1; port <= portCount; port++) if (!taken.has(port)) return port;
  return undefined;
}
