import { message, type Message } from '../text/message';
import { defineRule } from '../linter/rule';
import { deviceItems } from '../model/queries/device-items';
import { splitFields } from '../schema/c-text/fields';
import type { HostDefaults } from '../schema/host-defaults';
import type { SpecField } from '../schema/value-types/value-type';
import { valueOf } from '../specs/key-value';
import { isMeantAsDom0 } from '../specs/backend-domain';

/** What the other host needs for a key, and whether that is out of the usual. */
const NEEDS: Readonly<Record<string, { readonly what: Message; readonly isUsual: (text: string) => boolean }>> = {
  bridge: { what: message('a bridge'), isUsual: () => true },
  script: { what: message('the script'), isUsual: (text) => XEN_SCRIPTS.has(nameOf(text)) },
  backend: { what: message('a driver domain'), isUsual: isMeantAsDom0 },
  gatewaydev: { what: message('the interface'), isUsual: () => true },
};

/** The scripts that come with Xen (tools/hotplug/Linux). */
const XEN_SCRIPTS: ReadonlySet<string> = new Set(['vif-bridge', 'vif-route', 'vif-nat', 'vif-openvswitch', 'vif-setup']);

/** A script is named with its folder or without. */
function nameOf(script = ''): string {
  return script.split('/').at(-1) ?? '';
}

/** The bridge that libxl takes where nobody names one. */
const DEFAULT_BRIDGE = 'xenbr0';

export default defineRule({
  meta: {
    id: 'network-depends-on-target',
    summary: 'Reports bridges, scripts and backends that have to be on the other host too.',
    rationale: 'Interfaces are connected anew on the other host, by the same script, to the bridge of the same name.',
    category: 'compatibility',
    severity: 'hint',
    subjects: ['vif'],
    fixable: 'never',
    migration: { strength: 'expects', reason: 'the same networks', advice: 'Give both hosts bridges and scripts of the same names.' },
    isOptIn: true,
    messages: {
      default: 'The other host needs {what} `{text}`',
      unnamed: 'The other host needs the bridge `{text}`, which libxl takes where none is named',
      ofHost: 'The other host needs the bridge `{text}`, which `xl.conf` names here',
    },
    evidence: ['tools/libs/light/libxl_nic.c: libxl__set_xenstore_nic, libxl__device_nic_setdefault'],
  },
  *check({ model }) {
    const { hostDefaults } = model;
    for (const item of deviceItems(model, 'vif')) {
      const fields = splitFields(item.text);
      for (const { key, value } of fields) {
        const need = NEEDS[key?.text ?? ''];
        if (need === undefined || value === undefined || value.text === '') continue;
        const strength = need.isUsual(value.text) ? 'expects' : 'depends';
        yield { message: 'default', range: item.rangeOf(value), data: { what: need.what, text: value.text }, migration: { strength } };
      }
      if (fields.some(({ key }) => key?.text === 'bridge') || !isBridged(fields, hostDefaults)) continue;
      const ofHost = hostDefaults.get('vif.default.bridge');
      if (ofHost === undefined) yield { message: 'unnamed', range: item.wholeRange, data: { text: DEFAULT_BRIDGE } };
      else yield { message: 'ofHost', range: item.wholeRange, data: { text: ofHost } };
    }
  },
});

/** Whether the script of an interface adds it to a bridge. */
function isBridged(fields: readonly SpecField[], hostDefaults: HostDefaults): boolean {
  const script = valueOf(fields, 'script')?.text ?? hostDefaults.get('vif.default.script');
  return script === undefined || nameOf(script) === 'vif-bridge';
}
