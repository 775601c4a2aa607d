/** Options on pvshim. */
import { defineSection } from '../option';
import { boolean } from '../value-types/boolean';
import { path, text } from '../value-types/text';

export const PVSHIM_OPTIONS = defineSection('pvshim', [
  {
    name: 'pvshim',
    type: boolean(),
    summary: 'Runs a PV kernel inside a PVH domain.',
    details: 'A small Xen in the domain (the shim) runs the kernel, so that the host need not offer the PV interface to it.',
    domainTypes: ['pvh'],
    readFor: ['pvh'],
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    default: '0',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvshim_path',
    type: path(),
    summary: 'Names the shim binary.',
    details: 'The default is the one that Xen was installed with.',
    domainTypes: ['pvh'],
    readFor: ['pvh'],
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    default: 'xen-shim in the firmware directory',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvshim_cmdline',
    type: text(),
    summary: 'Sets the command line of the shim.',
    details: 'Replaces the default, so repeat what you need of it.',
    domainTypes: ['pvh'],
    readFor: ['pvh'],
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    default: 'pv-shim console=xen,pv',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
  {
    name: 'pvshim_extra',
    type: text(),
    summary: 'Adds text to the command line of the shim.',
    details: 'Useful for its logging options.',
    domainTypes: ['pvh'],
    readFor: ['pvh'],
    arch: 'x86',
    since: '4.10',
    sincePoint: '4.10.1',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
  },
]);
