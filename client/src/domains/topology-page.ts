/** The frame of the page that shows the topology; what it shows comes as messages. */

/** Puts a text of the page into the language of the editor. */
export type Translate = (text: string) => string;

/** Where the page loads its own files from. */
export interface PageFiles {
  readonly source: string;
  readonly script: string;
  readonly style: string;
}

/** The whole page. It runs and loads nothing but the files of the extension. */
export function renderTopologyPage({ source, script, style }: PageFiles, t: Translate): string {
  const policy = `default-src 'none'; style-src ${source}; script-src ${source}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t('Xen Topology'))}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<header>
<h1 class="unseen">${escapeHtml(t('Xen topology'))}</h1>
<div class="bar" role="toolbar" aria-label="${escapeHtml(t('Topology'))}">
<input id="filter" type="search" placeholder="${escapeHtml(t('Filter by name, host, file or device'))}" aria-label="${escapeHtml(t('Filter by name, host, file or device'))}">
<span id="status" role="status"></span>
<span class="buttons">
${button('zoom-out', '−', t('Zoom out'))}${button('zoom-in', '+', t('Zoom in'))}${button('fit', t('Show All'))}
${button('refresh', t('Refresh'))}${button('export', t('Export SVG'))}${button('copy-dot', t('Copy DOT'))}${button('copy-mermaid', t('Copy Mermaid'))}
</span>
</div>
<p class="legend" aria-hidden="true">${legend(t)}</p>
</header>
<main>
<div id="picture" role="region" tabindex="0" aria-label="${escapeHtml(t('Picture'))}"></div>
<p id="empty" hidden></p>
<details id="words"><summary>${escapeHtml(t('The same in words'))}</summary><div id="outline"></div></details>
</main>
<script src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

function button(id: string, text: string, label = text): string {
  return `<button type="button" id="${id}" title="${escapeHtml(label)}" aria-label="${escapeHtml(label)}">${escapeHtml(text)}</button>`;
}

/** The forms are those of the picture. */
function legend(t: Translate): string {
  const signs = [
    ['movable', '<circle cx="6" cy="6" r="4.5"/>', t('movable')],
    ['conditional', '<path d="M6 1.5l5 9h-10z"/>', t('movable on conditions')],
    ['tied', '<path d="M2 2h8v8h-8z"/>', t('tied to its host')],
  ] as const;
  return signs
    .map(([verdict, form, text]) => `<span><svg class="verdict ${verdict}" width="12" height="12">${form}</svg>${escapeHtml(text)}</span>`)
    .join('');
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
