/** What a config claims of its host: things that another domain of the host cannot have too, or only under conditions. */
import type { DomainModel } from '../model/domain-model';
import { deviceItems } from '../model/queries/device-items';
import { listDisks, type PlacedDisk } from '../model/queries/disks';
import { findPlaces } from '../model/queries/named-places';
import { atomOf, numberOf, switchOf } from '../model/setting';
import { SpecText } from '../schema/spec-text';
import { isReadOnly } from '../specs/disk/disk';
import { PCI_SPEC } from '../specs/pci/pci-spec';
import { VIF_SPEC } from '../specs/vif/vif-spec';
import { isObject } from '../text/json';
import type { TextRange } from '../text/text-range';
import type { ClaimKind } from './neighbours';

export interface Claim {
  readonly kind: ClaimKind;
  /** The same for all texts that mean the same thing. */
  readonly identity: string;
  readonly range: TextRange;
  /** It leaves the thing as it is. */
  readonly isReader: boolean;
}

/** In no special order. */
export function listClaims(model: DomainModel): readonly Claim[] {
  return Object.values(LISTERS).flatMap((list) => list(model));
}

/** Those of a kind, in the order of the text. */
export function claimsOf(model: DomainModel, kind: ClaimKind): readonly Claim[] {
  return LISTERS[kind](model);
}

const LISTERS: Readonly<Record<ClaimKind, (model: DomainModel) => readonly Claim[]>> = {
  name: (model) => claimText(model, 'name', (text) => text),
  uuid: (model) => claimText(model, 'uuid', readUuid),
  mac: claimAddresses,
  interface: claimInterfaces,
  disk: (model) => listDisks(model).flatMap(claimDisk),
  pci: claimPciDevices,
  display: claimDisplay,
};

/** The driver domains that serve devices, where they stand. */
export function listBackends(model: DomainModel): readonly { readonly text: string; readonly range: TextRange }[] {
  const inEffect = new Set(model.byName.values());
  return findPlaces(model, ({ kind }) => kind === 'domain').filter(
    ({ path, setting }) => inEffect.has(setting) && path.endsWith('.backend'),
  );
}

function claimText({ byName }: DomainModel, kind: 'name' | 'uuid', identify: (text: string) => string | undefined): readonly Claim[] {
  const value = atomOf(byName.get(kind));
  const identity = value === undefined ? undefined : identify(value.text);
  if (value === undefined || identity === undefined || identity === '') return [];
  return [{ kind, identity, range: new SpecText(value).wholeRange, isReader: false }];
}

/** Source: libxl_uuid.c, libxl_uuid_from_string, which takes hyphens anywhere. */
function readUuid(text: string): string | undefined {
  const digits = text.replaceAll('-', '').toLowerCase();
  return /^[\da-f]{32}$/.test(digits) ? digits : undefined;
}

function claimAddresses(model: DomainModel): readonly Claim[] {
  const inEffect = new Set(model.byName.values());
  return findPlaces(model, ({ kind }) => kind === 'mac')
    .filter(({ setting }) => inEffect.has(setting))
    .map(({ identity, range }) => ({ kind: 'mac', identity, range, isReader: false }));
}

/** The names of interfaces in dom0; those in driver domains are another matter. */
function claimInterfaces(model: DomainModel): readonly Claim[] {
  return deviceItems(model, 'vif').flatMap((item): readonly Claim[] => {
    const device = VIF_SPEC.toStruct?.(item.text, model);
    const name = isObject(device) && device['backend_domname'] === undefined ? device['ifname'] : undefined;
    return typeof name === 'string' && name !== '' ? [{ kind: 'interface', identity: name, range: item.wholeRange, isReader: false }] : [];
  });
}

/**
 * A file or a device of dom0. What driver domains and scripts serve is another matter.
 * Source: tools/hotplug/Linux/block, check_sharing.
 */
function claimDisk({ item, disk, device }: PlacedDisk): readonly Claim[] {
  const { target, parameters, prefixes, isCdrom } = disk;
  if (target?.text.startsWith('/') !== true || isCdrom || prefixes.length > 0) return [];
  if (device === undefined || parameters.has('script') || parameters.has('backend')) return [];
  return [{ kind: 'disk', identity: target.text.replace(/\/+/g, '/'), range: item.rangeOf(target), isReader: isReadOnly(disk) }];
}

function claimPciDevices(model: DomainModel): readonly Claim[] {
  return deviceItems(model, 'pci').flatMap((item): readonly Claim[] => {
    const device = PCI_SPEC.toStruct?.(item.text, model);
    if (!isObject(device) || device['bus'] === undefined) return [];
    const part = (key: string, digits: number): string =>
      Number(device[key] ?? 0)
        .toString(16)
        .padStart(digits, '0');
    // Several functions at once are not told apart here.
    if (Number(device['vfunc_mask'] ?? 1) !== 1) return [];
    const identity = `${part('domain', 4)}:${part('bus', 2)}:${part('dev', 2)}.${part('func', 1)}`;
    return [{ kind: 'pci', identity, range: item.wholeRange, isReader: false }];
  });
}

/** A port is fixed where QEMU is told not to look for a free one. */
function claimDisplay({ byName, domainType }: DomainModel): readonly Claim[] {
  const display = byName.get('vncdisplay');
  const number = numberOf(display);
  if (domainType !== 'hvm' || display === undefined || number === undefined) return [];
  if (switchOf(byName.get('vnc')) === false || switchOf(byName.get('vncunused')) !== false) return [];
  // An address with a port of its own says another one.
  if (atomOf(byName.get('vnclisten'))?.text.includes(':') === true) return [];
  return [{ kind: 'display', identity: String(number), range: display.range, isReader: false }];
}
