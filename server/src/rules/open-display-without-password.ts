import type { DomainModel } from '../model/domain-model';
import { listFramebuffers } from '../model/queries/framebuffers';
import { atomOf, isTaken, switchOf } from '../model/setting';
import { defineRule, type Report } from '../linter/rule';
import { valueOf } from '../specs/key-value';
import type { TextRange } from '../text/text-range';

export default defineRule({
  meta: {
    id: 'open-display-without-password',
    summary: 'Reports a VNC or SPICE display that anybody on the network can use.',
    rationale:
      'A display that does not listen on the host alone is open to the network, and without a password everybody there sees and steers the guest. `0.0.0.0` and an empty address stand for all addresses of the host; so does SPICE without `spicehost`.',
    category: 'correctness',
    severity: 'information',
    subjects: ['vnclisten', 'vfb', 'spicedisable_ticketing'],
    fixable: 'never',
    messages: {
      default: 'Anyone on the network can use this display: it listens on all addresses and has no password',
      address: 'Anyone who can reach {address} can use this display: it has no password',
    },
    evidence: [
      'docs/man/xl.cfg.5.pod.in',
      'tools/libs/light/libxl_dm.c: libxl__build_device_model_args_new',
      'tools/libs/light/libxl_dm.c: dm_spice_options',
    ],
  },
  *check({ model }) {
    for (const { listen, password, range } of listDisplays(model)) {
      const report = password === '' ? judge(listen, range) : undefined;
      if (report === undefined) continue;
      yield report;
      return;
    }
  },
});

interface Display {
  readonly listen: string;
  readonly password: string;
  readonly range: TextRange;
}

function judge(listen: string, range: TextRange): Report<{ default: string; address: '{address}' }> | undefined {
  if (/^(?:0\.0\.0\.0)?(?::\d+)?$|^\[::\]:\d+$/.test(listen)) return { message: 'default', range };
  const address = /^(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(listen)?.[1];
  return address === undefined || address.startsWith('127.') ? undefined : { message: 'address', range, data: { address } };
}

/** The displays that say where they listen, or which listen everywhere by default. */
function* listDisplays(model: DomainModel): Generator<Display> {
  const { byName, domainType } = model;
  const vfb = byName.get('vfb');
  if (domainType !== 'hvm' && vfb !== undefined && isTaken(vfb)) yield* listFramebufferDisplays(model);
  else if (domainType !== 'pvh') yield* listTopLevel(model);
  if (domainType === 'hvm') yield* listSpice(model);
}

function* listFramebufferDisplays(model: DomainModel): Generator<Display> {
  for (const { item, fields } of listFramebuffers(model)) {
    const listen = valueOf(fields, 'vnclisten');
    if (listen === undefined || valueOf(fields, 'vnc')?.text === '0') continue;
    yield { listen: listen.text, password: valueOf(fields, 'vncpasswd')?.text ?? '', range: item.rangeOf(listen) };
  }
}

function* listTopLevel({ byName, domainType }: DomainModel): Generator<Display> {
  const listen = byName.get('vnclisten');
  const isShown = domainType === 'hvm' ? switchOf(byName.get('vnc')) !== false : switchOf(byName.get('vnc')) === true;
  const text = atomOf(listen)?.text;
  if (listen === undefined || text === undefined || !isShown) return;
  yield { listen: text, password: atomOf(byName.get('vncpasswd'))?.text ?? '', range: listen.valueRange };
}

function* listSpice({ byName }: DomainModel): Generator<Display> {
  const open = byName.get('spicedisable_ticketing');
  if (open === undefined || switchOf(open) !== true || switchOf(byName.get('spice')) !== true) return;
  // The port of SPICE is an option of its own.
  yield { listen: atomOf(byName.get('spicehost'))?.text ?? '', password: '', range: open.nameRange };
}
