/** Which setting each message of xl is about (xl_parse.c, libxlu_cfg.c, libxlu_disk.c, libxlu_pci.c, libxlu_vif.c of 4.17). */

/** Messages by their wording, with the options of which one has to carry a finding. */
const SUBJECTS: readonly (readonly [pattern: RegExp, ...options: string[]])[] = [
  [/^Invalid domain type/, 'type', 'builder'],
  [/^Contradicting "builder" and "type"/, 'type', 'builder'],
  [/^Failed to parse UUID/, 'uuid'],
  [/^ERROR: both kernel and firmware/, 'firmware', 'kernel'],
  [/^ERROR: only pvgrub/, 'firmware'],
  [/for "(\w+)"$/],
  [/^Unknown (on_\w+) action/],
  [/^ERROR: "(timer_mode)" option is not supported/],
  [/^WARNING: specifying "(\w+)" as an integer/],
  [/^WARNING: Specifying "(\w+)" (?:as a string )?is deprecated/],
  [/^WARNING: ignoring "(\w+)" option/],
  [/^WARNING: (msr_relaxed|vif2)/],
  [/^If it fixes an issue|^xen-devel@/, 'msr_relaxed'],
  [/^ERROR: unknown passthrough option/, 'passthrough'],
  [/^Unknown (gic_version|tee|vga|device_model_version) "/],
  [/^xl: unknown (vendor_device)/],
  [/^ERROR: "(ms_vm_genid)"/],
  [/^ERROR: (?:unrecognized MCA|unable to parse mca_caps)/, 'mca_caps'],
  [/^xl: (?:unknown viridian|Unable to parse viridian)/, 'viridian'],
  [/^xl: Unable to parse (\w+)\.$/],
  [/^xl: maxvcpus < vcpus/, 'maxvcpus', 'vcpus'],
  [/^WARNING: you seem to be using "kernel"/, 'kernel'],
  [/^WARNING: bios_path_override/, 'bios_path_override'],
  [/^WARNING: device model override given/, 'device_model_override'],
  [
    /^WARNING: ignoring device_model directive|^WARNING: Use "device_model_override"|^WARNING: Or use|^WARNING: ignoring "device_model_stub/,
    'device_model',
  ],
  [/^ERROR: Display specified both/, 'vnclisten', 'vncdisplay'],
  [/^Warning: ignoring root= and extra=/, 'root', 'extra'],
  [/^vcpu hard affinity map is empty/, 'cpus'],
  [/^vcpu soft affinity map is empty/, 'cpus_soft'],
  [/^Invalid pcpu range|^Can't combine "\^" and "all"/, 'cpus', 'cpus_soft'],
  [/^xl: .*ioport/, 'ioports'],
  [/^xl: .*\birq\b/, 'irqs'],
  [/^xl: .*iomem/, 'iomem'],
  [/config parsing error in disk specification/, 'disk'],
  [/config parsing error in vif|^unrecognized argument|^Invalid parameter `(?:mac|type)'|^the (?:netdev|accel) parameter/, 'vif'],
  [/^unable to parse PCI_SPEC_STRING|^Unknown PCI_SPEC_STRING/, 'pci'],
  [/^Unknown RDM/, 'rdm', 'pci'],
  [/in usbctrl spec|^Invalid usb controller/, 'usbctrl'],
  [/in usbdev spec|^Invalid usb device/, 'usbdev'],
  [/9pfs spec/, 'p9'],
  [/vtpm/, 'vtpm'],
  [/in pvcalls spec/, 'pvcalls'],
  [/vkb spec/, 'vkb'],
  [/in vdispl spec|connector/, 'vdispl'],
  [/^(?:Invalid (?:key|parameter|pcm format|stream type):|No vsnd|No pcm|Failed to get vsnd)/, 'vsnd'],
  [/channel/, 'channel'],
  [/^while parsing CPUID|^ {2}error/, 'cpuid'],
  [/^xl: (?:maxmem and vnuma|vnuma vcpus)/, 'vnuma', 'maxmem', 'maxvcpus'],
  [/vnode|vnuma|pnode|failed to split "|failed to convert "/, 'vnuma', 'vif'],
];

/** Messages about what is not there have their finding on the file or on the setting that lacks company. */
const ABSENCES: readonly (readonly [pattern: RegExp, ruleId: string])[] = [
  [/^Domain name must be specified/, 'missing-name'],
  [/^Neither kernel nor bootloader specified/, 'missing-kernel'],
];

export type Subject =
  | { readonly kind: 'options'; readonly names: readonly string[] }
  | { readonly kind: 'line'; readonly line: number }
  /** Syntax, for which the lines are compared elsewhere, with the parser of xl alone. */
  | { readonly kind: 'refusal' }
  | { readonly kind: 'rule'; readonly ruleId: string };

/** What a line of standard error is about; undefined for a wording that is not known. */
export function findSubject(message: string): Subject | undefined {
  const named = /^\d+: warning: .*parameter `([^']+)'/.exec(message)?.[1];
  if (named !== undefined) return { kind: 'options', names: [named] };
  if (/^\d+: config parsing error near/.test(message)) return { kind: 'refusal' };
  const line = /^(\d+): warning/.exec(message)?.[1] ?? /^(\d+):\d+: warning/.exec(message)?.[1];
  if (line !== undefined) return { kind: 'line', line: Number(line) };
  const absence = ABSENCES.find(([pattern]) => pattern.test(message));
  if (absence !== undefined) return { kind: 'rule', ruleId: absence[1] };
  for (const [pattern, ...names] of SUBJECTS) {
    const match = pattern.exec(message);
    if (match !== null) return { kind: 'options', names: match[1] === undefined ? names : [match[1]] };
  }
  return undefined;
}
