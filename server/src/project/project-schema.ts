/** The JSON schema of `.xlcfg.json`, for editors and for `xlcfg init --schema`. */
import type { Say } from '../messages/say';
import { message, type Message, plainMessage } from '../text/message';
import { RULES } from '../rules/index';
import { STYLE_OPTIONS, type StyleOption } from '../format/style';
import { SEVERITIES } from '../linter/rule';
import { ARCHITECTURES } from '../schema/target';
import { DEVICE_OPTIONS } from './allow';
import { MIGRATION_POLICIES } from './project-settings';
import { XEN_VERSIONS } from '../schema/xen-version';

const STRINGS = { type: 'array', items: { type: 'string' } };

type JsonSchema = Readonly<Record<string, unknown>>;

/** Builds the schema from the releases and rules that there are, with descriptions in the language of `say`. */
export function projectSchema(say: Say): JsonSchema {
  const perFile = {
    xen: { enum: XEN_VERSIONS, description: say(message('The Xen release that the configs are written for.')) },
    arch: { enum: ARCHITECTURES, description: say(message('The architecture of the hosts.')) },
    rules: {
      type: 'object',
      description: say(message('Severity by rule id.')),
      properties: Object.fromEntries(
        RULES.map(({ meta }) => [meta.id, { $ref: '#/definitions/severity', description: say(plainMessage(meta.summary)) }]),
      ),
      additionalProperties: { $ref: '#/definitions/severity' },
    },
    roots: {
      type: 'object',
      description: say(message('Where paths of dom0 are found on this machine: folders by path prefix, relative to this file.')),
      additionalProperties: { type: 'string' },
    },
    migration: { enum: MIGRATION_POLICIES, description: say(message('Whether the domains have to be able to move to another host.')) },
    format: {
      type: 'object',
      description: say(message('The layout of the configs.')),
      properties: Object.fromEntries(Object.entries(STYLE_OPTIONS).map(([key, option]) => [key, styleSchema(option, say)])),
      additionalProperties: false,
    },
    allow: allowSchema(say),
    allowOptions: {
      type: 'array',
      items: { type: 'string' },
      description: say(message("Names of options that a vendor's xl or a wrapper script reads; short for `allow.options`.")),
    },
  };
  const override = {
    ...perFile,
    files: { type: 'array', items: { type: 'string' }, description: say(message('Globs, relative to this file.')) },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: say(message('xlcfg project file')),
    description: say(message('How xlcfg checks the Xen domain configs in this folder and below.')),
    type: 'object',
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      ...perFile,
      ...wholeFileSchema(say),
      overrides: {
        type: 'array',
        description: say(message('Settings for some of the files; later ones overrule earlier ones.')),
        items: { type: 'object', properties: override, required: ['files'], additionalProperties: false },
      },
    },
    additionalProperties: false,
    definitions: {
      severity: { enum: ['off', ...SEVERITIES] },
      allowedFields: allowedFieldsSchema(say),
    },
  };
}

function allowSchema(say: Say): JsonSchema {
  return {
    type: 'object',
    description: say(message('What the xl of a vendor reads beyond that of the Xen project.')),
    properties: {
      options: { ...STRINGS, description: say(message('Names of options.')) },
      ...Object.fromEntries(DEVICE_OPTIONS.map((name) => [name, { $ref: '#/definitions/allowedFields' }])),
    },
    additionalProperties: false,
  };
}

function allowedFieldsSchema(say: Say): JsonSchema {
  return {
    type: 'object',
    properties: {
      keys: { ...STRINGS, description: say(message('Keys that the strings may have.')) },
      values: { type: 'object', description: say(message('Values by key.')), additionalProperties: STRINGS },
    },
    additionalProperties: false,
  };
}

/** The JSON schema of one of the choices of layout. */
export function styleSchema(option: StyleOption, say: Say): JsonSchema {
  const common = { default: option.initial, description: say(option.summary) };
  switch (option.kind) {
    case 'choice': {
      const words = Object.entries(option.words);
      return { enum: words.map(([word]) => word), enumDescriptions: words.map(([, meaning]) => say(meaning)), ...common };
    }
    case 'switch':
      return { type: 'boolean', ...common };
    case 'number':
      return { type: 'integer', minimum: option.min, maximum: option.max, ...common };
  }
}

/** What is said once for all files. */
function wholeFileSchema(say: Say): JsonSchema {
  return {
    extends: { type: 'string', description: say(message('Another project file, relative to this one, whose settings come first.')) },
    ignore: {
      ...STRINGS,
      description: say(message('Globs, relative to this file, of what folder arguments and the workspace leave out.')),
    },
    hosts: {
      type: 'object',
      description: say(message('Which configs run together on a host, and what the host has. What is not said is not known.')),
      additionalProperties: hostSchema(say),
    },
    fragments: { ...STRINGS, description: say(message('Globs of files that are parts of configs, relative to this file.')) },
    assemble: {
      type: 'array',
      description: say(
        message('Which files make which config. The whole is checked, and what is found stands in the part that causes it.'),
      ),
      items: {
        type: 'object',
        properties: {
          files: { ...STRINGS, description: say(message('Files or globs in the order in which they are put together.')) },
        },
        required: ['files'],
        additionalProperties: false,
      },
    },
  };
}

function hostSchema(say: Say): JsonSchema {
  const amount = (description: Message): JsonSchema => ({ type: 'integer', minimum: 1, description: say(description) });
  const strings = (description: Message): JsonSchema => ({ ...STRINGS, description: say(description) });
  return {
    type: 'object',
    properties: {
      files: strings(message('Globs of the configs of its domains, relative to this file.')),
      memory: amount(message('MiB that the machine has, those of dom0 included.')),
      dom0Memory: amount(message('MiB of them that dom0 keeps.')),
      cpus: amount(message('Physical CPUs, as Xen counts them: threads.')),
      nodes: amount(message('NUMA nodes.')),
      xen: { enum: XEN_VERSIONS, description: say(message('The Xen release that the host runs.')) },
      arch: { enum: ARCHITECTURES, description: say(message('The architecture of the host.')) },
      bridges: strings(message('The names of all its bridges.')),
      pools: strings(message('The names of all its CPU pools but `Pool-0`, which is always there.')),
      sharedStorage: strings(message('Prefixes of paths to storage that every host which names the same prefix reaches too.')),
      pci: strings(message('The PCI devices that domains may have, such as `0000:03:10.0`.')),
      xlConf: { type: 'string', description: say(message('The path of its `xl.conf`, relative to this file.')) },
    },
    additionalProperties: false,
  };
}
