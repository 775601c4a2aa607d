/** Reads what `xl list -l` prints. */
import { isList, isObject, type Json, type JsonObject, parseJson } from '../text/json';

export interface RunningDomain {
  /** Its number on the host, where that is told. */
  readonly domid: number | undefined;
  readonly name: string;
  readonly config: JsonObject;
}

/** Longer than what a host with a thousand domains prints. */
const MAX_LENGTH = 64 * 1024 * 1024;

/** The domains of a list, of a single record, or of a config alone; undefined where a text is none of these. */
export function readRunningDomains(text: string): readonly RunningDomain[] | undefined {
  const json = text.length > MAX_LENGTH ? undefined : parseJson(text);
  if (json === undefined) return undefined;
  const records = isList(json) ? json : [json];
  const domains = records.map(readDomain);
  return domains.every((domain) => domain !== undefined) ? domains : undefined;
}

function readDomain(record: Json): RunningDomain | undefined {
  if (!isObject(record)) return undefined;
  const { domid } = record;
  const config = isObject(record['config']) ? record['config'] : record;
  const info = config['c_info'];
  if (!isObject(info) || !isObject(config['b_info'])) return undefined;
  const { name } = info;
  return { domid: typeof domid === 'number' ? domid : undefined, name: typeof name === 'string' ? name : '', config };
}
