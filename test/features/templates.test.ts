/** Templates: what is written out is checked, and nothing is said because of what is filled in. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { tokenize } from '../../server/src/syntax/lexer';
import { readTemplate } from '../../server/src/syntax/template-text';
import { analyze, checkFindings, checkFix, completionsAt, hoverAt, service } from '../support/check';

const HEAD = 'name = "web1"\nmemory = 512\nkernel = "/boot/vmlinuz"\n';

/** The findings but for the note that the text is a template. */
function findingsIn(text: string): readonly string[] {
  const { findings, model } = analyze(text);
  assert.equal(model.fileKind, 'template', text);
  return findings
    .filter(({ ruleId }) => ruleId !== 'template-file')
    .map(({ ruleId, range }) => `${ruleId} ${text.slice(range.start, range.end)}`);
}

test('what is written out is checked', () => {
  checkFindings(`name = "{{ name }}"
#       ^^^^^^^^^^ template-file
memroy = 512
#< unknown-option
on_crash = "reboot"
#          ^^^^^^^^ refused-value
vif = [ "mac={{ mac }},brigde=xenbr0", "bridge=xenbr0,mac=00:16" ]
#                      ^^^^^^ ignored-device-key
#                                                         ^^^^^ misread-device-value
maxvcpus = 2
#          ^ maxvcpus-below-vcpus
vcpus = 4
kernel = "/boot/vmlinuz
#        ^^^^^^^^^^^^^^ unterminated-string
`);
});

const NOTHING_TO_SAY: Readonly<Record<string, string>> = {
  'a number': `${HEAD}vcpus = {{ vcpus }}\n`,
  'a number with a unit': `${HEAD}maxmem = {{ memory }}{{ unit }}\n`,
  'quotes of the same kind in a tag': `${HEAD}ramdisk = '/boot/{{ release|d('sid') }}/initrd'\n`,
  'branches set one option': `${HEAD}{% if big %}\nvcpus = 4\n{% else %}\nvcpus = 2\n{% endif %}\nextra = "{{ x }}"\n`,
  'a branch overrules': `${HEAD}vcpus = 2\n<% if @big %>\nvcpus = 4\n<% end %>\n`,
  'branches are for types': `{% if hvm %}\ntype = "hvm"\nboot = "c"\n{% else %}\ntype = "pvh"\nkernel = "/boot/vmlinuz"\n{% endif %}\nname = "a"\nmemory = 512\n`,
  'a loop over disks': `${HEAD}disk = [\n{% for disk in disks %}\n  'phy:{{ disk.path }},{{ disk.name }},w',\n{% endfor %}\n]\n`,
  'a loop in Go': `${HEAD}disk = [\n{{- range .Disks }}\n  "vdev={{ .Name }},target={{ .Path }}",\n{{- end }}\n]\nvcpus = {{ if .Big }}4{{ else }}2{{ end }}\n`,
  'a loop in ERB': `${HEAD}vif = [\n<% @nics.each do |nic| -%>\n  'mac=<%= nic.mac %><% if nic.bridge %>,bridge=<%= nic.bridge %><% end %>',\n<% end -%>\n]\n`,
  'items without commas between': `${HEAD}vif = [\n{% if a %}\n"bridge=a"\n{% else %}\n"bridge=b"\n{% endif %}\n]\n`,
  'a list in halves': `${HEAD}{% if a %}\ndisk = [ "vdev=xvda,target=/a",\n{% else %}\ndisk = [\n{% endif %}\n"vdev=xvdb,target=/b" ]\n`,
  'items come from somewhere': `${HEAD}virtio = [\n"backend=DomD, type=virtio,device, transport=mmio",\n[VIRTIO_DRIVE]\n]\n`,
  'statements come from somewhere': '{{ head }}\nmemory = 512\nkernel = "/boot/vmlinuz"\n',
  'statements come from another file': '{% include "head.j2" %}\nmemory = 512\nkernel = "/boot/vmlinuz"\nextra = "{{ x }}"\n',
  'the type comes from somewhere': `${HEAD}type = "{{ type }}"\nboot = "c"\nbootloader = "pygrub"\n`,
  'the type may come from somewhere': `${HEAD}{{ more }}\nboot = "c"\n`,
  'a name is made up': `${HEAD}{{ prefix }}_key = 1\nextra = "{{ x }}"\n`,
  'placeholders of autoconf': `${HEAD}vcpus = @VCPUS@\nramdisk = "@PREFIX@/initrd"\n`,
  'placeholders of shells': `${HEAD}vcpus = $VCPUS\nvif = [ "mac=\${MAC},bridge=$(brctl show)" ]\n`,
  'placeholders in per cent signs': `${HEAD}vcpus = %%VCPUS%%\n`,
  'a comment of the engine over lines': `${HEAD}{# not = here\nnor [ here #}\nextra = "{{ x }}"\n`,
  'tags in comments': `${HEAD}# {% if big %}\nvcpus = 4\n# {% else %}\nvcpus = 2\n# {% endif %}\nextra = "{{ x }}"\n`,
  'the number of vCPUs is not known': `${HEAD}vcpus = {{ vcpus }}\ncpus = [ "1", "2", "3" ]\n`,
  'one key twice because of a branch': `${HEAD}vif = [ "{% if a %}bridge=a{% else %}bridge=b{% endif %}" ]\n`,
  'a virtio type': `${HEAD}virtio = [ "type={{ type }},device22,transport=mmio" ]\n`,
};

for (const [what, text] of Object.entries(NOTHING_TO_SAY)) {
  test(`nothing to say: ${what}`, () => {
    assert.deepEqual(findingsIn(text), []);
  });
}

test('what is set twice outside of branches is set twice', () => {
  assert.deepEqual(findingsIn(`${HEAD}extra = "{{ a }}"\nextra = "{{ b }}"\n`), ['duplicate-option extra']);
});

test('a template has a name too', () => {
  assert.deepEqual(findingsIn('memory = 512\nkernel = "/boot/{{ release }}/vmlinuz"\n'), ['missing-name memory']);
});

test('in a branch too, what is written out is checked', () => {
  assert.deepEqual(findingsIn(`${HEAD}{% if x %}\non_crash = "reboot"\nmemroy = 5\n{% endif %}\n`), [
    'refused-value "reboot"',
    'unknown-option memroy',
  ]);
});

test('a fix is offered where nothing is filled in', () => {
  checkFix('unknown-option', `${HEAD}extra = "{{ x }}"\nmaxvcpu = 4\n`, `${HEAD}extra = "{{ x }}"\nmaxvcpus = 4\n`);
  const { findings } = analyze(`${HEAD}extra = "{{ a }}"\nextra = "{{ b }}"\n`);
  assert.deepEqual(
    findings.filter(({ ruleId }) => ruleId === 'duplicate-option').flatMap(({ fixes }) => fixes),
    [],
  );
});

test('completion goes on beside placeholders', () => {
  assert.ok(completionsAt(`${HEAD}extra = "{{ x }}"\nvcp$0`).includes('vcpus'));
  assert.ok(completionsAt(`${HEAD}vif = [ "mac={{ mac }},$0" ]`).includes('bridge'));
});

test('an earlier version, template or not, changes nothing', () => {
  const texts = [
    `${HEAD}vif = [ "mac={{ mac }}" ]\n`,
    `${HEAD}vif = [ "mac=xxxxxxxxx" ]\n`,
    `${HEAD}vif = [ "mac={{ mac }}" ]\nvcpus = "x"\n`,
  ];
  for (const before of texts) {
    for (const text of texts) {
      const { findings } = service.analyze(text, analyze(text).settings, undefined, analyze(before));
      assert.deepEqual(findings, analyze(text).findings);
    }
  }
});

/** Configs of which nothing is said: the good examples of the rule pages. */
const CONFIGS = readdirSync(join('docs', 'rules')).flatMap((page) =>
  [...readFileSync(join('docs', 'rules', page), 'utf8').matchAll(/```xlcfg good\n([^]*?)```/g)]
    .map(([, text = '']) => text)
    .filter((text) => !text.includes('xlcfg-disable') && analyze(text).findings.length === 0 && analyze(text).model.fileKind === 'config'),
);

const PLACEHOLDERS = [
  '{{ x }}',
  "{{ x|d('y') }}",
  '<%= @x %>',
  '{{ .Values.x }}',
  '%%NAME%%',
  '@NAME@',
  '${NAME}',
  '$(name)',
  '%(name)s',
] as const;
const WRAPPERS: readonly (readonly [string, string])[] = [
  ['', ''],
  ['{% if x %}\n', '\n{% endif %}'],
  ['<% if x -%>\n', '\n<% end -%>'],
  ['{{- range .Xs }}\n', '\n{{- end }}'],
];

const filledConfig = fc
  .record({
    text: fc.constantFrom(...CONFIGS),
    choice: fc.nat(),
    placeholder: fc.constantFrom(...PLACEHOLDERS),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    wrapper: fc.constantFrom(...WRAPPERS),
  })
  .map(({ text, choice, placeholder, from, to, wrapper: [open, close] }) => {
    const places = [...tokenize(text)].filter(({ kind }) => kind === 'string' || kind === 'number');
    const place = places[choice % Math.max(1, places.length)];
    if (place === undefined) return text;
    const isString = place.kind === 'string';
    const [first, last] = isString ? [place.range.start + 1, place.range.end - 1] : [place.range.start, place.range.end];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const start = isString ? first + Math.round(low * (last - first)) : first;
    const end = isString ? first + Math.round(high * (last - first)) : last;
    const filled = text.slice(0, start) + placeholder + text.slice(end);
    const line = filled.lastIndexOf('\n', start) + 1;
    const lineEnd = filled.indexOf('\n', start + placeholder.length);
    return `${filled.slice(0, line)}${open}${filled.slice(line, lineEnd)}${close}${filled.slice(lineEnd)}`;
  });

test('a value, a part of one or a number that is filled in brings no finding', () => {
  assert.ok(CONFIGS.length > 50);
  fc.assert(
    fc.property(filledConfig, (text) => {
      const { findings } = analyze(text);
      assert.deepEqual(
        findings.filter(({ ruleId }) => ruleId !== 'template-file').map(({ ruleId, message }) => [ruleId, message]),
        [],
        text,
      );
    }),
    { numRuns: 2000 },
  );
});

test('what stands for a template is as long as it, line for line outside of tags', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '<%',
    '%>',
    '${',
    '}',
    '"',
    "'",
    '[',
    ']',
    '\n',
    ' = ',
    'a',
    '#',
    '1',
    ',',
    '{{ x }}',
    '{% if a %}',
    '{% endif %}',
    '@A@',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const { text: filled, holes, blocks } = readTemplate(text);
      assert.equal(filled.length, text.length);
      let end = 0;
      for (const hole of holes) {
        assert.ok(hole.start >= end && hole.end > hole.start);
        end = hole.end;
      }
      for (const { start, end: blockEnd } of blocks) assert.ok(start < blockEnd && blockEnd <= text.length);
    }),
  );
});

test('what is shown of a value with a placeholder is the placeholder', () => {
  assert.match(hoverAt(`${HEAD}vif = [ "mac={{ mac }},bri$0dge={{ bridge }}" ]\n`) ?? '', /\| bridge \| .*\{\{ bridge \}\}/);
  assert.doesNotMatch(hoverAt(`${HEAD}max$0mem = {{ memory }}\n`) ?? '', /xl reads/);
});
