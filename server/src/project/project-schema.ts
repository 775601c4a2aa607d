/** The JSON schema of `.xlcfg.json`, for editors and for `xlcfg init --schema`. */
import { RULES } from '../rules/index';
import { SEVERITIES } from '../linter/rule';
import { ARCHITECTURES } from '../schema/target';
import { MIGRATION_POLICIES } from './project-settings';
import { XEN_VERSIONS } from '../schema/xen-version';

type JsonSchema = Readonly<Record<string, unknown>>;

/** Builds the schema from the releases and rules that there are. */
export function projectSchema(): JsonSchema {
  const perFile = {
    xen: { enum: XEN_VERSIONS, description: 'The Xen release that the configs are written for.' },
    arch: { enum: ARCHITECTURES, description: 'The architecture of the hosts.' },
    rules: {
      type: 'object',
      description: 'Severity by rule id.',
      properties: Object.fromEntries(RULES.map(({ meta }) => [meta.id, { $ref: '#/definitions/severity', description: meta.summary }])),
      additionalProperties: { $ref: '#/definitions/severity' },
    },
    roots: {
      type: 'object',
      description: 'Where paths of dom0 are found on this machine: folders by path prefix, relative to this file.',
      additionalProperties: { type: 'string' },
    },
    migration: { enum: MIGRATION_POLICIES, description: 'Whether the domains have to be able to move to another host.' },
    allowOptions: {
      type: 'array',
      items: { type: 'string' },
      description: "Names of options that a vendor's xl or a wrapper script reads.",
    },
  };
  const override = { ...perFile, files: { type: 'array', items: { type: 'string' }, description: 'Globs, relative to this file.' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'xlcfg project file',
    description: 'How xlcfg checks the Xen domain configs in this folder and below.',
    type: 'object',
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      ...perFile,
      overrides: {
        type: 'array',
        description: 'Settings for some of the files; later ones overrule earlier ones.',
        items: { type: 'object', properties: override, required: ['files'], additionalProperties: false },
      },
    },
    additionalProperties: false,
    definitions: { severity: { enum: ['off', ...SEVERITIES] } },
  };
}
