/** Where a value stands, and what can be offered there. */
import type { Message } from '../text/message';
import type { DomainType, Target } from './target';

/** What the meaning of a value depends on. */
export interface ValueContext {
  readonly target: Target;
  readonly domainType: DomainType;
}

/** A value that can be offered while typing. */
export interface Suggestion {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly detail?: Message;
}
