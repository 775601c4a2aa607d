/** The page of the migration report, as HTML in the colours of the editor. */

import type { MigrationItem, MigrationReason, MigrationReply } from '../../protocol/requests';

/** Puts a text of the page into the language of the editor; `{0}` stands for the first argument. */
export type Translate = (text: string, ...args: (string | number)[]) => string;

function titleOf(strength: MigrationReason['strength'], t: Translate): string {
  const titles: Readonly<Record<MigrationReason['strength'], string>> = {
    refused: t('Refused'),
    breaks: t('Breaks something'),
    risks: t('At risk'),
    depends: t('The other host needs'),
    expects: t('The other host needs, as hosts of one pool do'),
  };
  return titles[strength];
}

function badgeOf(verdict: MigrationItem['verdict'], t: Translate): string {
  const badges: Readonly<Record<MigrationItem['verdict'], string>> = {
    movable: t('Movable'),
    conditional: t('Conditional'),
    tied: t('Tied'),
    unknown: t('Unknown'),
  };
  return badges[verdict];
}

const STYLE = `
  body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 0 1.5em 2em; max-width: 60em; line-height: 1.5; }
  h1 { font-size: 1.6em; font-weight: 600; }
  h2 { font-size: 1.2em; margin: 0; }
  h3 { font-size: 1em; margin: 1em 0 .3em; color: var(--vscode-descriptionForeground); }
  article { border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); border-left-width: 4px; border-radius: 3px; padding: .8em 1.2em; margin: 1em 0; }
  article.tied { border-left-color: var(--vscode-editorWarning-foreground); }
  article.conditional { border-left-color: var(--vscode-editorInfo-foreground); }
  article.movable { border-left-color: var(--vscode-testing-iconPassed); }
  .badge { background: var(--vscode-badge-background); color: var(--vscode-badge-foreground); border-radius: 1em; padding: .1em .7em; font-size: .7em; margin-left: .6em; font-weight: normal; }
  ul { margin: .2em 0; padding-left: 1.3em; }
  li { margin: .5em 0; }
  li.check { list-style: none; margin-left: -1.3em; }
  .advice { color: var(--vscode-descriptionForeground); }
  .source { font-family: var(--vscode-editor-font-family); font-size: .85em; color: var(--vscode-descriptionForeground); }
  a { color: var(--vscode-textLink-foreground); }
  a:focus-visible, button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
  button { background: var(--vscode-button-background); color: var(--vscode-button-foreground); border: none; padding: .4em 1em; margin-right: .6em; cursor: pointer; }
  button:hover { background: var(--vscode-button-hoverBackground); }
`;

const SCRIPT = `
  const host = acquireVsCodeApi();
  document.addEventListener('click', (event) => {
    const target = event.target.closest('[data-kind]');
    if (target === null) return;
    event.preventDefault();
    const { kind, uri, line, character } = target.dataset;
    host.postMessage({ kind, uri, line: Number(line ?? 0), character: Number(character ?? 0) });
  });
`;

/**
 * The whole page. Its own script and style run by a nonce, and nothing is loaded.
 * @param source where the editor serves its own styles from
 */
export function renderPage({ items }: MigrationReply, source: string, t: Translate): string {
  const nonce = Array.from({ length: 32 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
  const policy = `default-src 'none'; style-src ${source} 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const body =
    items.length === 0
      ? `<p>${escapeHtml(t('There is no domain config here.'))}</p>`
      : summarize(items, t) + items.map((item) => renderItem(item, t)).join('');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t('Migration Report'))}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(t('Migration report'))}</h1>
<p>${button('export', t('Export as Markdown'))}${button('refresh', t('Refresh'))}</p>
<main>${body}</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}

function button(kind: string, text: string): string {
  return `<button type="button" data-kind="${kind}">${escapeHtml(text)}</button>`;
}

function renderItem(item: MigrationItem, t: Translate): string {
  const { uri, name, verdict, summary, isMeantToStay, reasons } = item;
  const file = pathOf(uri);
  const strengths = ['refused', 'breaks', 'risks', 'depends', 'expects'] as const;
  const parts = strengths.map((strength) =>
    renderReasons(
      uri,
      strength,
      reasons.filter((each) => each.strength === strength),
      t,
    ),
  );
  const intent = isMeantToStay ? `<p>${escapeHtml(t('The author says that this domain is not meant to move.'))}</p>` : '';
  const link = `<a href="#" data-kind="open" data-uri="${escapeHtml(uri)}">${escapeHtml(file)}</a>`;
  return `<article class="${verdict}"><h2>${escapeHtml(name ?? file)}<span class="badge">${escapeHtml(badgeOf(verdict, t))}</span></h2>
<p>${link}: ${escapeHtml(summary)}.</p>${intent}${parts.join('')}</article>`;
}

/** The whole path, because many folders have a config of the same name. */
function pathOf(uri: string): string {
  return decodeURIComponent(uri.replace(/^\w+:\/\/[^/]*/, ''));
}

/** How many domains have which verdict. */
function summarize(items: readonly MigrationItem[], t: Translate): string {
  const count = (verdict: MigrationItem['verdict']): number => items.filter((item) => item.verdict === verdict).length;
  const counts = (['movable', 'conditional', 'tied', 'unknown'] as const).map(count);
  const text = t('{0} domains: {1} movable, {2} conditional, {3} tied to their hosts, {4} unknown.', items.length, ...counts);
  return items.length < 2 ? '' : `<p>${escapeHtml(text)}</p>`;
}

function renderReasons(uri: string, strength: MigrationReason['strength'], reasons: readonly MigrationReason[], t: Translate): string {
  if (reasons.length === 0) return '';
  const isCheck = strength === 'depends' || strength === 'expects';
  const lines = reasons.map(({ message, advice, evidence, line, character }) => {
    const place = `data-uri="${escapeHtml(uri)}" data-line="${line}" data-character="${character}"`;
    const link = `<a href="#" data-kind="open" ${place}>${escapeHtml(t('line {0}', line + 1))}</a>`;
    const box = isCheck ? `<input type="checkbox" aria-label="${escapeHtml(t('done'))}"> ` : '';
    const notes = `<span class="advice">${withCode(advice)}</span> <span class="source">${escapeHtml(evidence.join('; '))}</span>`;
    return `<li${isCheck ? ' class="check"' : ''}>${box}${withCode(message)} (${link}). ${notes}</li>`;
  });
  return `<h3>${escapeHtml(titleOf(strength, t))}</h3><ul>${lines.join('')}</ul>`;
}

/** Words between backticks as code. */
function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
