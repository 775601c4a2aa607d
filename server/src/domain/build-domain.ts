/** The domain that xl makes of a config, in the shape of libxl's own JSON (`xl create -n`; libxl_types.idl). */
import type { DomainModel } from '../model/domain-model';
import { readField } from '../schema/domain-field';
import { type JsonObject, setAt } from '../text/json';
import { readBoot } from './boot';
import { readCpuid } from './cpuid';
import { readCpus } from './cpus';
import { readDevices } from './devices';
import { readGraphics } from './graphics';
import { readHostDefaults } from './host-defaults';
import { readPlatform } from './platform';
import { type HostTopology, SettingReader } from './setting-reader';

export type { HostTopology } from './setting-reader';

/** Words that take effect without being written (xl_parse.c, parse_config_data). */
const EVENT_DEFAULTS = [
  ['on_reboot', 'restart'],
  ['on_soft_reset', 'soft_reset'],
] as const;

/**
 * Builds the domain. It makes sense only for a config that xl takes; what xl makes up
 * afresh each time (a UUID, a generation ID) is left out.
 * @param host what is known of the host that `all` and CPU numbers depend on
 */
export function buildDomain(model: DomainModel, host: HostTopology = {}): JsonObject {
  const reader = new SettingReader(model, host);
  const domain: JsonObject = { c_info: { type: model.domainType }, b_info: {} };
  readHostDefaults(reader, domain);
  for (const { option, value } of reader.all) {
    if (option?.field === undefined || value === undefined || !isOfType(option.field.at, model.domainType)) continue;
    const read = readField(option.field, value, option.type, model);
    if (read !== undefined) setAt(domain, option.field.at, read);
  }
  for (const read of [readBoot, readCpus, readPlatform, readCpuid, readGraphics, readDevices]) read(reader, domain);
  for (const [name, word] of EVENT_DEFAULTS) if (reader.text(name) === undefined) setAt(domain, name, word);
  return domain;
}

/** Fields of one type of domain exist in domains of that type only. */
function isOfType(path: string, domainType: string): boolean {
  const type = /^b_info\.type\.(\w+)\./.exec(path)?.[1];
  return type === undefined || type === domainType;
}
