/** What values name, so that other places with the same name speak of the same thing: for definitions, references and renaming. */

export type ThingKind = 'domain' | 'disk' | 'mac' | 'bridge' | 'interface' | 'script' | 'pool' | 'vtpm' | 'file';

export interface NamedThing {
  readonly kind: ThingKind;
  /** What such a text is, as a phrase with its article. */
  readonly what: string;
  /** How far a name speaks of the same thing: in one config, or in all of a host. */
  readonly reach: 'config' | 'workspace';
  /**
   * Many configs name the same one, so that those of others are worth offering: wherever one is meant, or at the same key,
   * where others would not fit.
   */
  readonly reuse?: 'anywhere' | 'same-key';
  /** What all texts have in common that name the same thing; undefined for a text that names none. */
  identify(text: string): string | undefined;
  /** The absolute path on the host of the file that a text names; undefined where it cannot be told. */
  fileOf?(text: string): string | undefined;
}

/** A name that is the same letter by letter. */
function plainName(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** A number is an id, which names nothing that a config could define. */
function nameOrId(text: string): string | undefined {
  return /^\d*$/.test(text) ? undefined : text;
}

/** Source: libxl_domain_qualifier_to_domid in libxl_utils.c. dom0 has no config. */
export const DOMAIN: NamedThing = {
  kind: 'domain',
  what: 'the name of a domain',
  reach: 'workspace',
  reuse: 'anywhere',
  identify: (text) => (/^(?:Domain-0|dom0)$/i.test(text) ? undefined : nameOrId(text)),
};

/** Source: libxl_cpupool_qualifier_to_cpupoolid in libxl_utils.c. */
export const CPU_POOL: NamedThing = {
  kind: 'pool',
  what: 'the name of a CPU pool',
  reach: 'workspace',
  reuse: 'anywhere',
  identify: nameOrId,
};

export const BRIDGE: NamedThing = {
  kind: 'bridge',
  what: 'the name of a bridge',
  reach: 'workspace',
  reuse: 'anywhere',
  identify: plainName,
};

export const HOST_INTERFACE: NamedThing = {
  kind: 'interface',
  what: 'the name of a network interface of the host',
  reach: 'workspace',
  reuse: 'anywhere',
  identify: plainName,
};

/**
 * Where libxl looks for hotplug scripts that are named without a folder, unless it was built for another place.
 * Source: libxl_nic.c and libxl_disk.c, by libxl__abs_path.
 */
export const SCRIPT_FOLDER = '/etc/xen/scripts';

function scriptPath(text: string): string | undefined {
  if (text === '') return undefined;
  return text.startsWith('/') ? text : `${SCRIPT_FOLDER}/${text}`;
}

export const HOTPLUG_SCRIPT: NamedThing = {
  kind: 'script',
  what: 'the name of a hotplug script',
  reach: 'workspace',
  reuse: 'same-key',
  identify: scriptPath,
  fileOf: scriptPath,
};

function absolutePath(text: string): string | undefined {
  return text.startsWith('/') ? text : undefined;
}

/** A file, block device or folder of the host, which only a whole path tells from others. */
export const HOST_FILE: NamedThing = {
  kind: 'file',
  what: 'an absolute path on the host',
  reach: 'workspace',
  identify: absolutePath,
  fileOf: absolutePath,
};
