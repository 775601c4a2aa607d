/** No text of a config, a file or an image becomes Markdown, whichever viewer reads it. */
import { sayInEnglish } from '../../server/src/messages/say';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { marked, type Token } from 'marked';
import { literal, sentence, prose } from '../../server/src/features/markdown';
import { imagePage } from '../../server/src/features/image-report';
import { DEFAULT_TARGET } from '../../server/src/language-service';
import { DEFAULT_SETTINGS, service } from '../support/check';
import { fuzzRuns } from '../support/fuzz-size';
import { HOSTILE_TEXT } from '../support/hostile-text';
import { SAMPLE_FACTS } from '../support/sample-facts';

const viewer = markdownIt({ html: true, linkify: true });

/** Where text stands, with what the tokens of that place are; the text is X. */
const PLACES: Readonly<Record<string, string>> = {
  'a paragraph': 'Text X, more.',
  'a heading': '## Name X (X)\n\nMore.',
  'a list': '- Line 1: X. More\n- X is it',
  'strong text': 'It is **X**.',
  'a table': '| A | B |\n| --- | --- |\n| label | X |\n| X | end |',
};

const FUNCTIONS = { literal, prose, sentence };

/** The constructs in a Markdown text, in order; code and plain text are none. */
function constructs(markdown: string): { readonly preview: readonly string[]; readonly hover: readonly string[] } {
  const preview = viewer
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .map(({ type }) => type)
    .filter((type) => !['text', 'text_special', 'code_inline', 'inline'].includes(type));
  const hover: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (!['text', 'escape', 'codespan', 'space'].includes(token.type)) hover.push(token.type);
  });
  return { preview, hover };
}

for (const [place, template] of Object.entries(PLACES)) {
  for (const [name, escape] of Object.entries(FUNCTIONS)) {
    test(`text in ${place} stays text, by ${name}`, () => {
      const expected = constructs(template);
      fc.assert(
        fc.property(HOSTILE_TEXT, (text) => {
          const markdown = template.replaceAll('X', () => escape(text).trim() || 'x');
          assert.deepEqual(constructs(markdown), expected, markdown);
        }),
        fuzzRuns(300),
      );
    });
  }
}

test('what is shown is what was there', () => {
  const shown = (markdown: string): string =>
    viewer
      .parse(markdown, {})
      .flatMap(({ children }) => children ?? [])
      .map(({ content }) => content)
      .join('');
  fc.assert(
    fc.property(HOSTILE_TEXT, (text) => {
      const plain = text.replace(/[\p{Cc}\u2028\u2029\u202e]/gu, ' ');
      assert.equal(shown(`x ${prose(text)}x`), `x ${plain.trim()}x`);
      assert.equal(shown(`x ${literal(text)}x`).replace(/\s+/g, ''), `x ${plain}x`.replace(/\s+/g, ''));
    }),
    fuzzRuns(300),
  );
});

test('the words of a message between backticks are code', () => {
  assert.equal(sentence('`memory` is too small. Use `maxmem`'), '`memory` is too small. Use `maxmem`');
  assert.equal(sentence('a ` b'), 'a \\` b');
});

/** A running domain of the name, with the text wherever it differs. */
function runningBeside(text: string, name = ''): string {
  return JSON.stringify({
    c_info: { name, [text]: text },
    b_info: { kernel: text },
    disks: [{ vdev: text, pdev_path: text }],
    [text]: [text],
  });
}

/** What a person reads of a config: hovers, documentation of completions and signatures, and the pages. */
function pagesOf(text: string): readonly string[] {
  const analysis = service.analyze(text, DEFAULT_SETTINGS, SAMPLE_FACTS);
  const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
  return [
    ...offsets.map((offset) => service.hover(analysis, offset)?.markdown ?? ''),
    ...offsets.slice(0, 50).flatMap((offset) => service.complete(analysis, offset).map(({ documentation = '' }) => documentation)),
    ...offsets.flatMap((offset) =>
      (service.signatureHelp(analysis, offset)?.signatures ?? []).flatMap(({ parameters }) =>
        parameters.map(({ markdown = '' }) => markdown),
      ),
    ),
    service.migrationPage([{ path: text, text, ...service.reportMigration(analysis) }]),
    service.explainPage(analysis),
    service.upgradePage(text, DEFAULT_SETTINGS, '4.10', '4.17'),
    ...[text, `libxl: error: libxl_disk.c:1:f: Disk vdev=${text} failed to stat: ${text}: No such file`].map((log) =>
      service.errorPage(service.explainErrors(log, analysis), analysis),
    ),
    service.comparisonPage(service.compareRunning(analysis, runningBeside(text, service.domainName(analysis)))),
  ];
}

const FORBIDDEN = new Set(['image', 'link', 'html', 'def', 'del', 'code', 'blockquote']);

function forbidden(markdown: string): readonly string[] {
  const found = constructs(markdown);
  return [
    ...found.hover.filter((type) => FORBIDDEN.has(type)),
    ...found.preview.filter((type) => /image|link|html|fence|code_block|blockquote/.test(type)),
  ];
}

const LINES: readonly ((text: string) => string)[] = [
  (text) => `name = "${text}"`,
  (text) => `name = '${text}'`,
  (text) => `kernel = "${text}"`,
  (text) => `${text} = 1`,
  (text) => `disk = [ "${text},xvda,w", "format=raw, vdev=${text}, access=rw, target=/dev/${text}" ]`,
  (text) => `vif = [ "bridge=${text}", "${text}=x" ]`,
  (text) => `pci = [ "${text}", "01:00.0,${text}=1" ]`,
  (text) => `type = "${text}"`,
  (text) => `usbdev = [ "type=hostdev,hostbus=1,hostaddr=${text}" ]`,
  (text) => `cpuid = [ "${text}" ]`,
  (text) => `pool = "${text}"`,
  (text) => `cpuid = "host,${text}=1"`,
  (text) => `vfb = [ "vnc=1,${text}=1,vnclisten=${text}" ]`,
  (text) => `channel = [ "connection=socket,name=${text},path=${text},${text}=1" ]`,
  (text) => `vtpm = [ "backend=${text},${text}=1" ]`,
  (text) => `usbctrl = [ "type=qusb,version=${text},${text}=1" ]`,
  (text) => `vdispl = [ "connectors=${text}:1x1,${text}=1" ]`,
  (text) => `vkb = [ "feature-disable-keyboard=${text},${text}=1" ]`,
  (text) => `vsnd = [ [ "card, short-name=${text}", "pcm, name=${text}, ${text}=1", "stream, type=${text}" ] ]`,
  (text) => `vnuma = [ [ "pnode=0", "size=${text}", "${text}=1" ] ]`,
  (text) => `p9 = [ "tag=${text},path=${text},${text}=1" ]`,
  (text) => `virtio = [ "type=${text},transport=mmio,${text}=1" ]`,
  (text) => `rdm = "strategy=host,${text}=1"`,
  (text) => `iomem = [ "${text}" ]`,
  (text) => `cpus = "${text}"`,
  (text) => `# xlcfg: ${text} xen=${text}`,
];

test('nothing that is read of a config is a link, a picture or HTML', () => {
  const config = fc
    .array(
      fc.tuple(fc.constantFrom(...LINES), HOSTILE_TEXT).map(([line, text]) => line(text)),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => `type = "hvm"\n${lines.join('\n')}\n`);
  fc.assert(
    fc.property(config, (text) => {
      for (const page of new Set(pagesOf(text))) assert.deepEqual(forbidden(page), [], page);
    }),
    { ...fuzzRuns(30), examples: LINES.map((line): [string] => [`type = "hvm"\n${line('![x](y.png)')}\n`]) },
  );
});

test('nor is what is read of an image', () => {
  fc.assert(
    fc.property(HOSTILE_TEXT, (text) => {
      const fact = SAMPLE_FACTS.files.get('/boot/vmlinuz-pv-only');
      assert.ok(fact?.state === 'image' && fact.report.elf !== undefined);
      const notes = { ...fact.report.elf.notes, guestOs: text, guestVersion: text, requiredFeatures: [text] };
      const report = {
        ...fact.report,
        version: text,
        description: { template: '{text}', data: { text } },
        elf: { ...fact.report.elf, notes },
      };
      assert.deepEqual(forbidden(imagePage(text, report, DEFAULT_TARGET, sayInEnglish)), []);
    }),
    fuzzRuns(300),
  );
});
