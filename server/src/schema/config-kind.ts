/** The kinds of files that xl reads: all in one grammar, and each with options of its own. */
import { message, type Message } from '../text/message';

export const CONFIG_KINDS = ['domain', 'xl.conf', 'cpupool'] as const;

/** `domain`: what `xl create` takes; `xl.conf`: the settings of xl itself; `cpupool`: what `xl cpupool-create` takes. */
export type ConfigKind = (typeof CONFIG_KINDS)[number];

/** For what is about all files of xl: the grammar, names, and values by themselves. */
export const EVERY_KIND: readonly ConfigKind[] = CONFIG_KINDS;

/** What a file of a kind is, as a phrase with its article. */
export const KIND_NAMES: Readonly<Record<ConfigKind, Message>> = {
  domain: message('the config of a domain'),
  'xl.conf': message('`/etc/xen/xl.conf`'),
  cpupool: message('the config of a CPU pool'),
};

/** Reads a kind as people name it; undefined when it is none. */
export function parseConfigKind(text: string): ConfigKind | undefined {
  return CONFIG_KINDS.find((kind) => kind === text);
}
