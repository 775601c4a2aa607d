/** What can be wrong with the value of an option. */
import type { ProblemDeclarations } from '../../text/problem';

export const VALUES = {
  'add-assign-number': {
    summary: 'Reports `+=` on an option that is a number.',
    rationale:
      '`+=` joins texts and lists. When it was the last assignment of a number or a switch, xl warns and behaves as if the option were not there.',
    category: 'correctness',
    severity: 'warning',
    since: '4.13',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_bounded_long'],
    messages: {
      dropped: '`+=` cannot build numbers: xl ignores `{name}`',
    },
  },
  'deprecated-value-form': {
    summary: 'Reports a way of writing a value that xl still takes but has a better one.',
    rationale: 'xl prints a notice for each of them.',
    category: 'style',
    severity: 'hint',
    fixable: 'always',
    tag: 'deprecated',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
    messages: {
      number: '`{text}` is the old way to write `"{name}"`',
    },
  },
  'ignored-value': {
    summary: 'Reports a text that is none of the values that the option can have, and that xl passes over.',
    rationale: 'xl prints a line, keeps the default and goes on, so the setting looks as if it held.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl.c: parse_global_config'],
    messages: {
      notInList: 'xl prints a line about "{text}" and ignores `{name}`: it can be {expected}',
      wrongCase: 'xl prints a line about "{text}" and ignores `{name}`: values are lower case',
    },
  },
  'nested-list-item': {
    summary: 'Reports a list inside a list of texts, which ends the list for xl.',
    rationale:
      'xl reads the items up to the first one that is no text. That one and all after it are silently dropped: disks and network interfaces go missing.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_listitem'],
    messages: {
      drops: 'xl silently drops this list and all items after it ({dropped} in all)',
    },
  },
  'number-cut-off': {
    summary: 'Reports a number that does not fit the field in which xl keeps it.',
    rationale: 'xl does not check the size: the upper bits are silently cut off, and the domain gets the number that is left.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
    messages: {
      cutOff: 'xl silently cuts {value} off to {stored}',
    },
  },
  'octal-number': {
    summary: 'Reports a number with a leading zero.',
    rationale:
      'xl reads numbers the way C does, and there a leading zero means octal: `0512` is 330. A digit 8 or 9 after it makes the option disappear.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_bounded_long'],
    messages: {
      octal: 'xl reads `{text}` as octal, which is {value}',
    },
  },
  'prefix-match': {
    summary: 'Reports a value that xl only takes because another one begins with it.',
    rationale:
      'xl compares the value as far as it goes: `"h"` is HVM, and the empty string is the first value of the list. A typing error can choose another domain type that way.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'always',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
    messages: {
      prefix: 'xl takes `"{text}"` for `"{meaning}"`, because it compares only as far as the text goes',
    },
  },
  'refused-nested-list': {
    summary: 'Reports a list inside a list where xl refuses it or crashes.',
    rationale: 'For some options xl asks each item for its text without checking that it has one.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
    messages: {
      refused: 'An item of `{name}` cannot be a list: xl refuses the file',
      crashes: 'An item of `{name}` cannot be a list: xl crashes',
    },
  },
  'refused-value': {
    summary: 'Reports a text that is none of the values that the option can have.',
    rationale: 'xl compares the text with a fixed set and stops when it is not in it. Most options want lower case.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
    messages: {
      notInList: 'Invalid `{name}` "{text}": it can be {expected}',
      wrongCase: 'Invalid `{name}` "{text}": values are lower case',
      removed: '`{text}` is no longer a value of `{name}` since Xen {removed}; it can be {expected}',
    },
  },
  'refused-value-type': {
    summary: 'Reports a value of a kind that makes xl refuse the file.',
    rationale:
      'Most options of the wrong kind are ignored, but for some xl stops, and for the grant table limits it does so without a message.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'sometimes',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
    messages: {
      listForAtom: '`{name}` takes a single value, not a list: xl refuses the file',
      atomForList: '`{name}` takes a list: xl refuses the file',
      notANumber: '`{name}` takes a number and `{text}` is none: xl stops without a message',
      numberTooLong: '`{text}` does not fit in 64 bits: xl stops without a message',
      appendedNumber: '`{name}` is a number, which `+=` cannot build: xl stops without a message',
      wrongForm: '`{text}` is not {form}: xl refuses the file',
    },
  },
  'unusual-value': {
    summary: 'Reports a number outside the bounds that the documentation gives.',
    rationale: 'What happens depends on the host, for example on its scheduler: the value may be refused when the domain is created.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'never',
    evidence: ['tools/libs/light/libxl_sched.c: sched_credit2_domain_set'],
    messages: {
      outsideDocumented: '{value} is outside what `{name}` is documented for ({range}); the host may refuse it',
    },
  },
  'value-out-of-range': {
    summary: 'Reports a number outside the bounds that xl or libxl enforce.',
    rationale: 'The domain is not created. Some bounds are checked when the file is read, some when the domain is made.',
    category: 'correctness',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data', 'tools/libs/light/libxl_create.c: libxl__domain_build_info_setdefault'],
    messages: {
      parse: '{value} is out of range for `{name}` ({range}): xl refuses the file',
      create: '{value} is out of range for `{name}` ({range}): the domain cannot be created',
      boot: '{value} is out of range for `{name}` ({range}): the domain cannot start',
    },
  },
  'value-too-new': {
    summary: 'Reports a value that a later release of Xen brought.',
    rationale: 'The xl of the target release does not know the value and refuses the file.',
    category: 'compatibility',
    severity: 'error',
    stage: 'parse',
    fixable: 'never',
    evidence: ['tools/xl/xl_parse.c: parse_config_data'],
    messages: {
      tooNew: '`{text}` is a value of `{name}` only since Xen {since}',
    },
  },
  'wrong-value-type': {
    summary: 'Reports a value of a kind that its option cannot take, so that xl ignores the option.',
    rationale:
      'xl drops such a setting and creates the domain without it. For most options it prints a warning, for some not even that. The exit status is 0 all the same.',
    category: 'correctness',
    severity: 'warning',
    fixable: 'sometimes',
    evidence: ['tools/libs/util/libxlu_cfg.c: xlu_cfg_get_bounded_long', 'tools/libs/util/libxlu_cfg.c: find_atom, xlu_cfg_get_list'],
    messages: {
      listForAtom: '`{name}` takes a single value, not a list: {effect}',
      atomForList: '`{name}` takes a list: {effect}',
      notANumber: '`{name}` takes a number and `{text}` is none: {effect}',
      numberTooLong: '`{text}` does not fit in 64 bits: {effect}',
      appendedNumber: '`{name}` is a number, which `+=` cannot build: {effect}',
    },
  },
} as const satisfies ProblemDeclarations;
