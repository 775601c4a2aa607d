/** The language of `rdm`, which hardly any release reads right (libxlu_pci.c, xlu_rdm_parse). */
import { isSince } from '../../schema/xen-version';
import { splitFields } from '../../schema/c-text/fields';
import type { KeyDeclaration, Spec } from '../../schema/value-types/value-type';
import { choice } from '../../schema/value-types/choice';
import { misread } from '../../schema/value-types/device-value';

const RDM_KEYS: readonly KeyDeclaration[] = [
  {
    name: 'strategy',
    type: choice({ values: [{ value: 'host' }], isOnlyReported: true }),
    summary: 'Takes the reserved regions of the whole host into account.',
  },
  {
    name: 'policy',
    type: choice({ values: [{ value: 'strict' }, { value: 'relaxed' }], ignoresCase: true, isOnlyReported: true }),
    summary: 'Says what happens when a region is in the way.',
    default: 'relaxed',
  },
];

export const RDM_SPEC: Spec = {
  id: 'rdm',
  what: 'reserved device memory',
  keys: RDM_KEYS,
  fields: splitFields,
  toStruct: (text) => (text === 'strategy=host' ? { strategy: 'host' } : {}),
  *checkItem(item, { target }) {
    const all = item.whole;
    if (!isSince(target.xen, '4.14')) {
      if (!/^strategy=host,policy=(?:strict|relaxed)$/i.test(item.text))
        yield misread(item.place(all), { message: 'rdmOrder', data: { text: item.text } });
      return;
    }
    const hasValidPolicy = /(?:^|,)policy=(?:strict|relaxed)(?:,|$)/i.test(item.text);
    if (isSince(target.xen, '4.15') && hasValidPolicy) yield misread(item.place(all), { message: 'rdmDropped', data: { text: item.text } });
    else if (!/^(?:(?:strategy=host|policy=(?:strict|relaxed))(?:,|$))+$/i.test(item.text))
      yield misread(item.place(all), { message: 'rdmUnknown', data: { text: item.text } });
  },
};
