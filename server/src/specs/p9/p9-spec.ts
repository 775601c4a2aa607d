/** The language of shared directories (xl_parse.c, parse_config_data; parse_p9_config since 4.19). */
import { plainMessage } from '../../text/message';
import type { ValueProblem } from '../../schema/value-problem';
import { isSince } from '../../schema/xen-version';
import { keyValueSpec, readFields, valueOf } from '../key-value';
import { splitFields } from '../../schema/c-text/fields';
import type { KeyDeclaration, Spec, SpecContext, SpecField } from '../../schema/value-types/value-type';
import { malformed, missingKey } from '../spec-key';
import { choice } from '../../schema/value-types/choice';
import { leadingNumber, looseSwitch, strictInteger } from '../../schema/value-types/scanned-number';
import { path } from '../../schema/value-types/path';
import { domainName, text } from '../../schema/value-types/text';
import { SpecText } from '../../schema/spec-text';

const WHAT = 'a shared directory';
const EXAMPLES: Readonly<Record<string, string>> = { tag: 'share', path: '/srv/share', security_model: 'none' };
const REQUIRED = Object.keys(EXAMPLES);

const P9_KEYS: readonly KeyDeclaration[] = [
  { name: 'tag', type: text(), summary: 'Names the share for the guest.' },
  { name: 'path', type: path('folder', { what: 'path of a directory on the host' }), summary: 'Names the directory to share.' },
  {
    name: 'security_model',
    type: text({ what: '`none`', suggestions: ['none'] }),
    summary: 'Says how file owners are kept; only `none` is supported.',
  },
  {
    name: 'backend',
    field: 'backend_domname',
    type: domainName(),
    summary: 'Names the domain that serves the directory.',
    default: 'dom0',
  },
  {
    name: 'type',
    since: '4.19',
    type: choice({ values: [{ value: 'qemu' }, { value: 'xen_9pfsd' }], ignoresCase: true }),
    summary: 'Chooses the program that serves the directory.',
    default: 'qemu',
  },
  { name: 'max-files', since: '4.19', type: strictInteger(), summary: 'Limits the number of files; only with xen_9pfsd.' },
  { name: 'max-open-files', since: '4.19', type: strictInteger(), summary: 'Limits the number of open files; only with xen_9pfsd.' },
  { name: 'max-space', since: '4.19', type: strictInteger('whole number (MiB)'), summary: 'Limits the space; only with xen_9pfsd.' },
  { name: 'auto-delete', since: '4.19', type: looseSwitch(), summary: 'Deletes files when there is no space left; only with xen_9pfsd.' },
];

const LIMITS = ['max-files', 'max-open-files', 'max-space', 'auto-delete'];

const STRTOK = keyValueSpec({ id: 'p9', what: WHAT, keys: P9_KEYS, unknown: 'refused', withoutEquals: 'ends', titleKeys: ['tag', 'path'] });
const TRIMMED = keyValueSpec({ id: 'p9', what: WHAT, keys: P9_KEYS, unknown: 'refused', isTrimmed: true });

export const P9_SPEC: Spec = {
  id: 'p9',
  what: WHAT,
  keys: P9_KEYS,
  fields: splitFields,
  title: (text, context) => STRTOK.title?.(text, context),
  toStruct: (text, context) => (isSince(context.target.xen, '4.18') ? TRIMMED : STRTOK).toStruct?.(text, context) ?? {},
  *checkItem(item, context) {
    const isNew = isSince(context.target.xen, '4.18');
    if (isNew && /^,*$/.test(item.text)) yield malformed(item.whole, item, 'crash');
    else yield* (isNew ? TRIMMED : STRTOK).checkItem(item, context);
  },
  *checkValue(value, context) {
    if (value.kind !== 'list') return;
    const inherited = new Set<string>();
    for (const each of value.items) {
      if (each.kind === 'list') return;
      const item = new SpecText(each);
      yield* P9_SPEC.checkItem(item, context);
      yield* checkRequired(item, context, inherited);
      yield* checkLimits(item, context);
    }
  },
};

/** Up to 4.17 an entry takes over from the one before what it does not set itself. */
function* checkRequired(item: SpecText, context: SpecContext, inherited: Set<string>): Generator<ValueProblem> {
  const fields = listFields(item, context);
  const type = valueOf(fields, 'type')?.text.toLowerCase();
  const set = (key: string): boolean => fields.some((field) => field.key?.text.trim() === key);
  for (const key of REQUIRED) {
    if (set(key)) inherited.add(key);
    else if (inherited.has(key) && !isSince(context.target.xen, '4.18')) yield inheritedKey(item, key);
    else if (!(type === 'xen_9pfsd' && key !== 'security_model')) yield missing(item, key, context);
  }
  if (isSince(context.target.xen, '4.18')) inherited.clear();
}

/** QEMU has no limits (libxl_9pfs.c, libxl__device_p9_setdefault). */
function* checkLimits(item: SpecText, { target }: SpecContext): Generator<ValueProblem> {
  if (!isSince(target.xen, '4.19')) return;
  const fields = readFields(item.text, { isTrimmed: true }, target);
  if (valueOf(fields, 'type')?.text.toLowerCase() === 'xen_9pfsd') return;
  for (const { key, value } of fields) {
    if (key === undefined || value === undefined || !LIMITS.includes(key.text) || leadingNumber(value.text) === 0n) continue;
    yield { code: 'refused-device-value', range: item.rangeOf(key), message: 'limits', data: { key: key.text }, stage: 'create' };
  }
}

/** The fields that are read at all: before 4.18, one without `=` ends the string. */
function listFields(item: SpecText, { target }: SpecContext): readonly SpecField[] {
  const fields = splitFields(item.text);
  const end = fields.findIndex((field) => field.key === undefined);
  return end < 0 || isSince(target.xen, '4.18') ? fields : fields.slice(0, end);
}

function missing(item: SpecText, key: string, { target }: SpecContext): ValueProblem {
  const problem = missingKey(item, key, plainMessage(WHAT), EXAMPLES[key]);
  return isSince(target.xen, '4.19') ? { ...problem, message: 'missingAtCreate', stage: 'create' } : problem;
}

function inheritedKey(item: SpecText, key: string): ValueProblem {
  return { code: 'misread-device-value', range: item.wholeRange, message: 'inherited', data: { key } };
}
