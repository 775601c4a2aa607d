/** Where a value stands, and what can be offered there. */
import type { Message } from '../text/message';
import type { DeviceModel } from './device-model';
import type { HostDefaults } from './host-defaults';
import type { DomainType, Target } from './target';

/** What the meaning of a value depends on. */
export interface ValueContext {
  readonly target: Target;
  readonly domainType: DomainType;
  /** Undefined where nothing is known of the rest of the config. */
  readonly deviceModel?: DeviceModel;
  /** What holds on the host where a config does not say; nothing where it is left out. */
  readonly hostDefaults?: HostDefaults;
}

/** A value that can be offered while typing. */
export interface Suggestion {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly detail?: Message;
}
