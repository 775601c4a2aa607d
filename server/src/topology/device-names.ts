/** What the strings of devices name of their host. */
import type { FleetDevice, FleetName } from '../features/fleet-domain';

/** What libxl fills in where nobody names a bridge (libxl_nic.c, libxl__device_nic_setdefault). */
const DEFAULT_BRIDGE = 'xenbr0';
/** The scripts that put an interface into a bridge; others have no use for it. */
const BRIDGE_SCRIPT = /(?:^|\/)vif-(?:bridge|openvswitch)$/;

/** The first name of a kind. */
export function nameOf(device: FleetDevice, kind: FleetName['kind']): FleetName | undefined {
  return device.names.find((name) => name.kind === kind);
}

/** The bridge that an interface is put into; undefined where its script has no use for one. */
export function bridgeOf(device: FleetDevice): Pick<FleetName, 'identity' | 'text'> | undefined {
  const script = nameOf(device, 'script');
  if (script !== undefined && !BRIDGE_SCRIPT.test(script.identity)) return undefined;
  return nameOf(device, 'bridge') ?? { identity: DEFAULT_BRIDGE, text: DEFAULT_BRIDGE };
}
