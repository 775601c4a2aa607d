/** What a pasted text can say about a device, whatever program printed it. */

/** A device of the host, or what the guest is to have. */
export type PastedDevice = PastedPci | PastedUsb | PastedInterface | PastedDisk;

export interface PastedPci {
  readonly kind: 'pci';
  /** As xl takes it, such as `01:00.0`. */
  readonly address: string;
}

export interface PastedUsb {
  readonly kind: 'usb';
  /** Bus and number of the device, where they are known. */
  readonly place: { readonly bus: number; readonly address: number } | undefined;
  /** Vendor and product, such as `046d:c52b`. */
  readonly id: string | undefined;
}

export interface PastedInterface {
  readonly kind: 'interface';
  readonly mac?: string;
  readonly bridge?: string;
  /** Of the emulated card. */
  readonly model?: string;
}

export interface PastedDisk {
  readonly kind: 'disk';
  readonly target: string;
  readonly format: string;
  readonly isCdrom: boolean;
  readonly isReadOnly: boolean;
  /** Which of the emulated disks it is. */
  readonly index?: number;
}

/** What one line says: some devices, or that it belongs to the lines before and adds nothing. */
export type ReadLine = readonly PastedDevice[];
