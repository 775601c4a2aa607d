/** Options on pvshim. */
import { defineSection } from '../schema/option';
import { boolean } from '../schema/value-types/boolean';
import { path } from '../schema/value-types/path';
import { text } from '../schema/value-types/text';

export const PVSHIM_OPTIONS = defineSection('pvshim', [
  {
    name: 'pvshim',
    type: boolean(),
    field: { at: 'b_info.type.pvh.pvshim', as: 'defbool' },
    summary: 'Runs a PV kernel inside a PVH domain.',
    details: 'A small Xen in the domain (the shim) runs the kernel, so that the host need not offer the PV interface to it.',
    domainTypes: ['pvh'],
    isReadThereOnly: true,
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvshim_path',
    type: path('any'),
    field: { at: 'b_info.type.pvh.pvshim_path', as: 'string' },
    summary: 'Names the shim binary.',
    details: 'The default is the one that Xen was installed with.',
    domainTypes: ['pvh'],
    isReadThereOnly: true,
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    defaultNote: 'xen-shim in the firmware directory',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvshim_cmdline',
    type: text(),
    field: { at: 'b_info.type.pvh.pvshim_cmdline', as: 'string' },
    summary: 'Sets the command line of the shim.',
    details: 'Replaces the default, so repeat what you need of it.',
    domainTypes: ['pvh'],
    isReadThereOnly: true,
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    default: 'pv-shim console=xen,pv',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvshim_extra',
    type: text(),
    field: { at: 'b_info.type.pvh.pvshim_extra', as: 'string' },
    summary: 'Adds text to the command line of the shim.',
    details: 'Useful for its logging options.',
    domainTypes: ['pvh'],
    isReadThereOnly: true,
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
