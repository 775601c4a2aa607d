/** The page of the migration report: nothing of a config becomes markup, and nothing runs or loads but its own script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage, type Translate } from '../../client/src/migration-page';

/** As VS Code does it without a translation. */
const t: Translate = (text, ...args) => text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)]));

const REASON = {
  ruleId: 'pci-blocks-migration',
  strength: 'refused',
  message: 'It has <b>devices</b>',
  advice: 'Take "them" away.',
  evidence: ['xen/a.c: f'],
  line: 3,
  character: 7,
} as const;

test('each domain has its verdict, its reasons with their lines, and what to do', () => {
  const html = renderPage(
    {
      items: [
        {
          uri: 'file:///a%20b.cfg',
          name: 'web1',
          verdict: 'tied',
          summary: 'tied by x',
          isMeantToStay: false,
          reasons: [REASON, { ...REASON, strength: 'depends' }],
        },
      ],
      markdown: '',
    },
    'csp:',
    t,
  );
  assert.match(html, /<article class="tied"><h2>web1<span class="badge">Tied<\/span>/);
  assert.match(html, /data-uri="file:\/\/\/a%20b\.cfg" data-line="3" data-character="7">line 4<\/a>/);
  assert.match(html, /Take &quot;them&quot; away\./);
  assert.match(html, /<h3>Refused<\/h3>/);
  assert.match(html, /<input type="checkbox"/);
});

test('text of a config stays text', () => {
  const html = renderPage(
    {
      items: [
        {
          uri: '"><script>',
          name: '<img src=x onerror=alert(1)>',
          verdict: 'movable',
          summary: "it's <i>",
          isMeantToStay: true,
          reasons: [REASON],
        },
      ],
      markdown: '',
    },
    'csp:',
    t,
  );
  assert.ok(!html.includes('<img') && !html.includes('<b>devices') && !html.includes('"><script>'));
  assert.equal([...html.matchAll(/<script/g)].length, 1);
});

test('the policy allows nothing but what has the nonce, which is another one each time', () => {
  const [first, second] = [renderPage({ items: [], markdown: '' }, 'csp:', t), renderPage({ items: [], markdown: '' }, 'csp:', t)];
  const nonce = /script nonce="([0-9a-z]{32})"/.exec(first)?.[1];
  assert.ok(nonce !== undefined && !second.includes(nonce));
  assert.ok(first.includes(`default-src 'none'; style-src csp: 'nonce-${nonce}'; script-src 'nonce-${nonce}'`));
  assert.doesNotMatch(first, /unsafe-|https?:/);
});
