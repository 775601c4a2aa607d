/** What counts where nothing is written. */
import { message, plainMessage, type Word } from '../text/message';
import type { HostDefaults, HostSetting } from './host-defaults';

interface Defaulted {
  readonly default?: string;
  readonly defaultNote?: string;
  readonly defaultFrom?: HostSetting;
}

/**
 * The default of an option or a key in a few words; undefined where none is declared.
 * @param hostDefaults what the host says
 */
export function describeDefault({ default: value, defaultNote, defaultFrom }: Defaulted, hostDefaults?: HostDefaults): Word | undefined {
  const own = defaultFrom === undefined ? undefined : hostDefaults?.get(defaultFrom);
  if (own !== undefined) return fromHost(own);
  if (defaultNote === undefined) return value;
  const note = plainMessage(defaultNote);
  return value === undefined ? note : message('{value} ({note})', { value, note });
}

/** A value that the `xl.conf` of the host gives. */
export function fromHost(value: Word): Word {
  return message('{value} (from xl.conf)', { value });
}
