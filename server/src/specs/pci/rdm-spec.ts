/** The language of `rdm`, which hardly any release reads right (libxlu_pci.c, xlu_rdm_parse). */
import { isSince } from '../../schema/xen-version';
import { splitFields } from '../key-value';
import type { Spec } from '../../schema/spec';
import { misread, oneOf } from '../spec-key';
import type { SpecKey } from '../../schema/spec';

const RDM_KEYS: readonly SpecKey[] = [
  {
    name: 'strategy',
    type: oneOf([{ value: 'host' }], { isOnlyReported: true }),
    summary: 'Takes the reserved regions of the whole host into account.',
  },
  {
    name: 'policy',
    type: oneOf([{ value: 'strict' }, { value: 'relaxed' }], { ignoresCase: true, isOnlyReported: true }),
    summary: 'Says what happens when a region is in the way.',
    default: 'relaxed',
  },
];

export const RDM_SPEC: Spec = {
  id: 'rdm',
  what: 'reserved device memory',
  keys: RDM_KEYS,
  fields: splitFields,
  *checkItem(item, { target }) {
    const all = item.whole;
    if (!isSince(target.xen, '4.14')) {
      if (!/^strategy=host,policy=(?:strict|relaxed)$/i.test(item.text))
        yield misread(all, item, { message: 'rdmOrder', data: { text: item.text } });
      return;
    }
    const hasValidPolicy = /(?:^|,)policy=(?:strict|relaxed)(?:,|$)/i.test(item.text);
    if (isSince(target.xen, '4.15') && hasValidPolicy) yield misread(all, item, { message: 'rdmDropped', data: { text: item.text } });
    else if (!/^(?:(?:strategy=host|policy=(?:strict|relaxed))(?:,|$))+$/i.test(item.text))
      yield misread(all, item, { message: 'rdmUnknown', data: { text: item.text } });
  },
};
