/** The languages of virtual TPMs and PV calls, which name a backend and little more (xl_parse.c). */
import { message } from '../../text/message';
import { keyValueSpec, valueOf } from '../key-value';
import { missingKey } from '../spec-key';
import type { NamedThing } from '../../schema/named-thing';
import { canonicalUuid, UUID } from '../../schema/libxl-text';
import { domainName, uuid } from '../../schema/value-types/text';

const VTPM: NamedThing = {
  kind: 'vtpm',
  what: 'the UUID of a virtual TPM',
  reach: 'workspace',
  identify: (text) => (UUID.test(text) ? canonicalUuid(text) : undefined),
};

export const VTPM_SPEC = keyValueSpec({
  id: 'vtpm',
  what: 'a virtual TPM',
  titleKeys: ['backend', 'uuid'],
  unknown: 'refused',
  withoutEquals: 'ends',
  keys: [
    {
      name: 'backend',
      field: 'backend_domname',
      type: domainName(),
      summary: 'Names the domain that runs the virtual TPM.',
    },
    { name: 'uuid', type: { ...uuid(), identifies: VTPM }, summary: 'Names the virtual TPM.', defaultNote: 'random' },
  ],
  *checkFields(fields, item) {
    if (valueOf(fields, 'backend') === undefined) yield missingKey(item, 'backend', message('a virtual TPM'), 'vtpm');
  },
});

export const PVCALLS_SPEC = keyValueSpec({
  id: 'pvcalls',
  what: 'a PV calls connection',
  unknown: 'refused',
  withoutEquals: 'ends',
  keys: [
    {
      name: 'backend',
      field: 'backend_domname',
      type: domainName(),
      summary: 'Names the domain that makes the calls.',
      default: 'dom0',
    },
  ],
});
