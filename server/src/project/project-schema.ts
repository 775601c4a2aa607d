/** The JSON schema of `.xlcfg.json`, for editors and for `xlcfg init --schema`. */
import type { Say } from '../messages/say';
import { message, plainMessage } from '../text/message';
import { RULES } from '../rules/index';
import { STYLE_OPTIONS, type StyleOption } from '../format/style';
import { SEVERITIES } from '../linter/rule';
import { ARCHITECTURES } from '../schema/target';
import { MIGRATION_POLICIES } from './project-settings';
import { XEN_VERSIONS } from '../schema/xen-version';

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
    allowOptions: {
      type: 'array',
      items: { type: 'string' },
      description: say(message("Names of options that a vendor's xl or a wrapper script reads.")),
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
      overrides: {
        type: 'array',
        description: say(message('Settings for some of the files; later ones overrule earlier ones.')),
        items: { type: 'object', properties: override, required: ['files'], additionalProperties: false },
      },
    },
    additionalProperties: false,
    definitions: { severity: { enum: ['off', ...SEVERITIES] } },
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
