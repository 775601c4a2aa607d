/** Inputs that once failed in a run with random ones. They are tried first, each time; add what the next run finds. */

export const CONFIGS: readonly string[] = ['', '\0', '"', 'a=[', '# xlcfg:', 'vif=["\\x4"]', 'disk += "x"', 'a = "\ud800"'];

export const DEVICE_STRINGS: readonly string[] = ['', ',', '=', ' ,', '=,=', '\t', 'host', '@', ':', 'type=virtio', '\ud800='];

export const PROJECT_FILES: readonly string[] = [
  '',
  '/*',
  '{',
  '[]',
  'null',
  '{"overrides":[{"files":[""]}]}',
  '{"__proto__":{"xen":"4.17"}}',
];
