/** Addresses for network interfaces that have none yet. */
import { splitFields } from '../../schema/c-text/fields';
import { valueOf } from '../../specs/key-value';
import { makeMac, readMac } from '../../specs/vif/mac';
import type { DomainModel } from '../domain-model';
import { atomOf } from '../setting';
import { deviceItems } from './device-items';

/** Addresses that no interface of the file has; the same for the same domain each time. */
export function* freshMacs(model: DomainModel): Generator<string, never> {
  const used = new Set(
    deviceItems(model, 'vif').flatMap(({ text }) => {
      const mac = valueOf(splitFields(text), 'mac');
      return mac === undefined ? [] : [readMac(mac.text).stored];
    }),
  );
  const seed = atomOf(model.byName.get('name'))?.text ?? '';
  for (let number = 0; ; number++) {
    const mac = makeMac(`${seed} ${number}`);
    if (used.has(mac)) continue;
    used.add(mac);
    yield mac;
  }
}
