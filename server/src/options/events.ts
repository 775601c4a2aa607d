/** Options on events. */
import { defineSection } from '../schema/option';
import { choice } from '../schema/value-types/choice';

/** What xl can do with a domain that ended. */
const EVENT_ACTIONS = [
  { value: 'destroy', detail: 'free everything', synonyms: ['shutdown', 'poweroff', 'halt'] },
  { value: 'restart', detail: 'create the domain again', synonyms: ['reboot'] },
  { value: 'rename-restart', detail: 'keep the old one under another name, create a new one' },
  { value: 'preserve', detail: 'keep it for inspection' },
  { value: 'coredump-destroy', detail: 'save its memory, then free everything' },
  { value: 'coredump-restart', detail: 'save its memory, then create it again' },
  { value: 'soft-reset', detail: 'reset it, memory kept', since: '4.7' },
] as const;

export const EVENTS_OPTIONS = defineSection('events', [
  {
    name: 'on_poweroff',
    type: choice({ values: EVENT_ACTIONS }),
    field: { at: 'on_poweroff', as: 'word', initial: 'destroy' },
    summary: 'Says what happens when the guest shuts itself down.',
    details: '`destroy` frees everything and is what most people want.',
    default: 'destroy',
    usage: 35,
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_action_on_shutdown'],
  },
  {
    name: 'on_reboot',
    type: choice({ values: EVENT_ACTIONS }),
    field: { at: 'on_reboot', as: 'word', initial: 'destroy' },
    summary: 'Says what happens when the guest reboots.',
    details:
      '`restart` creates the domain again with the same settings. `destroy` is useful while an installer runs, to stop after its reboot.',
    default: 'restart',
    usage: 47,
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_action_on_shutdown'],
  },
  {
    name: 'on_watchdog',
    type: choice({ values: EVENT_ACTIONS }),
    field: { at: 'on_watchdog', as: 'word', initial: 'destroy' },
    summary: 'Says what happens when the Xen watchdog of the guest expires.',
    details: 'The watchdog has to be started inside the guest; it never fires otherwise.',
    default: 'destroy',
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_action_on_shutdown'],
  },
  {
    name: 'on_crash',
    type: choice({ values: EVENT_ACTIONS }),
    field: { at: 'on_crash', as: 'word', initial: 'destroy' },
    summary: 'Says what happens when the guest crashes.',
    details:
      '`coredump-restart` and `coredump-destroy` save the memory below `/var/lib/xen/dump` first. `preserve` keeps the dead domain for a look at it; it holds its memory until `xl destroy`.',
    default: 'destroy',
    usage: 58,
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_action_on_shutdown'],
  },
  {
    name: 'on_soft_reset',
    type: choice({ values: EVENT_ACTIONS }),
    field: { at: 'on_soft_reset', as: 'word', initial: 'destroy' },
    summary: 'Says what happens when the guest asks for a soft reset.',
    details: 'Linux does that before it boots a new kernel with kexec. `soft-reset` keeps memory and devices and resets the rest.',
    since: '4.7',
    default: 'soft-reset',
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/xl/xl_parse.c: parse_action_on_shutdown'],
  },
]);
