/** Options on limits. */
import { defineSection } from '../schema/option';
import { integer } from '../schema/value-types/integer';
import { list } from '../schema/value-types/list';
import { XENSTORE_QUOTA_SPEC } from '../specs/arm/arm-specs';

export const LIMITS_OPTIONS = defineSection('limits', [
  {
    name: 'max_grant_frames',
    type: integer({ strictSince: '4.12', bounds: [{ min: 0, max: 2147483647, at: 'parse', since: '4.12' }] }),
    field: { at: 'b_info.max_grant_frames', as: 'uint', initial: 4294967295 },
    summary: 'Limits the grant table that the domain can have.',
    details: 'A guest with many disks and network interfaces may need more than the default. A bad value ends xl without any message.',
    since: '4.10',
    defaultFrom: 'max_grant_frames',
    defaultNote: 'xl.conf setting',
    startValue: '64',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'max_maptrack_frames',
    type: integer({ strictSince: '4.12', bounds: [{ min: 0, max: 2147483647, at: 'parse', since: '4.12' }] }),
    field: { at: 'b_info.max_maptrack_frames', as: 'uint', initial: 4294967295 },
    summary: 'Limits the frames that track mappings of memory of other domains.',
    details: 'It matters for domains that serve devices to others; ordinary guests can have 0. A bad value ends xl without any message.',
    since: '4.10',
    defaultFrom: 'max_maptrack_frames',
    defaultNote: 'xl.conf setting',
    startValue: '1024',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'max_grant_version',
    type: integer({
      strictSince: '4.16',
      bounds: [
        { min: 0, max: 2147483647, at: 'parse', since: '4.16' },
        { max: 15, at: 'create' },
      ],
    }),
    field: { at: 'b_info.max_grant_version', as: 'int', initial: -1 },
    summary: 'Limits the version of the grant table interface that the guest can use.',
    details: 'Version 2 is needed only for hosts with very much memory; limiting to 1 shrinks the attack surface.',
    since: '4.16',
    defaultFrom: 'max_grant_version',
    defaultNote: 'xl.conf setting, else highest the host has',
    startValue: '2',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'max_event_channels',
    type: integer({ storage: 'uint32' }),
    field: { at: 'b_info.event_channels', as: 'uint' },
    summary: 'Limits how many event channels the guest can have.',
    details: 'A guest with very many vCPUs or devices may need more than the default.',
    default: '1023',
    defaultNote: '0 means 1023 too',
    startValue: '1023',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'xenstore_quota',
    type: list({ spec: XENSTORE_QUOTA_SPEC, nested: 'refused' }),
    devices: { at: 'b_info.xenstore_quota.quota' },
    summary: 'Sets xenstore quotas for this domain.',
    details: 'A list of `"name=value"` strings that replace the global quotas of the xenstore daemon.',
    since: '4.22',
    defaultNote: 'xenstore global quota',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'xenstore_feature_mask',
    type: integer({ storage: 'uint32' }),
    field: { at: 'b_info.xenstore_feature_mask', as: 'uint', initial: 4294967295 },
    summary: 'Masks the xenstore features that the guest can see.',
    details: 'Clear a bit to hide a feature from a guest that mishandles it.',
    since: '4.21',
    default: '0xffffffff',
    startValue: '0xffffffff',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
