/** The script of the page that shows the topology: zoom, keyboard, and what the person asks of the extension. */
import type { PageMessage, ShownTopology } from '../src/domains/topology-messages';
import { nearest } from './nearest';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const vscode = acquireVsCodeApi();
const picture = find('picture');
const filter = find('filter', HTMLInputElement);
const words = find('words', HTMLDetailsElement);

const ZOOM = { step: 1.25, least: 0.05, most: 4 } as const;
/** How long typing in the filter rests before it is asked, in milliseconds. */
const REST = 250;

let scale = 1;
let shown: ShownTopology | undefined;

/** An element of the page that is there. */
function find(id: string): HTMLElement;
function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind;
function find(id: string, kind: new () => HTMLElement = HTMLElement): HTMLElement {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${id}`);
}

function svg(): SVGSVGElement | null {
  return picture.querySelector('svg');
}

window.addEventListener('message', ({ data }: MessageEvent<ShownTopology>) => {
  const isFirst = shown === undefined;
  shown = data;
  show(data, isFirst);
});

function show({ svg: text, status, empty }: ShownTopology, isFirst: boolean): void {
  const focused = keyOf(document.activeElement);
  const { scrollLeft, scrollTop } = picture;
  const parsed = text === '' ? [] : [new DOMParser().parseFromString(text, 'image/svg+xml').documentElement];
  picture.replaceChildren(...parsed);
  find('status').textContent = status;
  find('empty').textContent = empty;
  find('empty').hidden = empty === '';
  if (isFirst) fitWidth();
  else zoom(scale);
  picture.scrollTo(scrollLeft, scrollTop);
  if (focused !== undefined)
    targets()
      .find((target) => keyOf(target) === focused)
      ?.focus({ preventScroll: true });
  showWords();
}

/** What tells a part of the picture from others, also in the next one. */
function keyOf(element: Element | null): string | undefined {
  return element instanceof SVGElement ? (element.dataset['toggle'] ?? element.dataset['node']) : undefined;
}

/** The parts that can be reached. */
function targets(): readonly SVGGElement[] {
  return [...picture.querySelectorAll<SVGGElement>('g[tabindex]')];
}

function zoom(wanted: number): void {
  const drawn = svg();
  if (drawn === null) return;
  scale = Math.min(ZOOM.most, Math.max(ZOOM.least, wanted));
  drawn.setAttribute('width', String(drawn.viewBox.baseVal.width * scale));
  drawn.setAttribute('height', String(drawn.viewBox.baseVal.height * scale));
}

/** Keeps the point that is at a place of the window where it is. */
function zoomAt(factor: number, x: number, y: number): void {
  const before = scale;
  const { left, top } = picture.getBoundingClientRect();
  const [atX, atY] = [picture.scrollLeft + x - left, picture.scrollTop + y - top];
  zoom(scale * factor);
  picture.scrollBy(atX * (scale / before - 1), atY * (scale / before - 1));
}

function zoomAtMiddle(factor: number): void {
  const { left, top, width, height } = picture.getBoundingClientRect();
  zoomAt(factor, left + width / 2, top + height / 2);
}

/** As much of it as can be seen and still read; `all` also where it cannot. */
function fitWidth(all = false): void {
  const drawn = svg();
  if (drawn === null) return;
  const { width, height } = drawn.viewBox.baseVal;
  const byWidth = picture.clientWidth / width;
  zoom(all ? Math.min(1, byWidth, picture.clientHeight / height) : Math.min(1, Math.max(0.6, byWidth)));
}

const KEYS: Readonly<Record<string, () => void>> = {
  '+': () => zoomAtMiddle(ZOOM.step),
  '=': () => zoomAtMiddle(ZOOM.step),
  '-': () => zoomAtMiddle(1 / ZOOM.step),
  '0': () => fitWidth(true),
};

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

picture.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key, target } = event;
  const direction = DIRECTIONS[key];
  const part = target instanceof Element ? target.closest<SVGGElement>('g[tabindex]') : null;
  if (part !== null && (key === 'Enter' || key === ' ')) activate(part);
  else if (part !== null && direction !== undefined) move(part, direction);
  else if (KEYS[key] !== undefined) KEYS[key]();
  else return;
  event.preventDefault();
});

function move(from: SVGGElement, direction: readonly [number, number]): void {
  const others = targets().filter((target) => target !== from);
  const next = nearest(
    from.getBoundingClientRect(),
    others.map((target) => target.getBoundingClientRect()),
    direction,
  );
  if (next !== undefined) others[next]?.focus();
}

function activate(part: SVGGElement): void {
  const { toggle, node } = part.dataset;
  if (toggle !== undefined) vscode.postMessage({ kind: 'toggle', id: toggle });
  else if (node !== undefined) vscode.postMessage({ kind: 'open', id: node });
}

picture.addEventListener('click', ({ target }) => {
  const part = target instanceof Element ? target.closest<SVGGElement>('g[tabindex]') : null;
  if (part !== null && !hasDragged) activate(part);
});

picture.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomAt(event.deltaY < 0 ? ZOOM.step : 1 / ZOOM.step, event.clientX, event.clientY);
  },
  { passive: false },
);

let hasDragged = false;

picture.addEventListener('pointerdown', (down) => {
  hasDragged = false;
  if (down.button !== 0 || down.pointerType !== 'mouse') return;
  let [x, y] = [down.clientX, down.clientY];
  const drag = (event: PointerEvent): void => {
    if (!hasDragged && Math.hypot(event.clientX - x, event.clientY - y) < 4) return;
    hasDragged = true;
    picture.classList.add('dragged');
    picture.scrollBy(x - event.clientX, y - event.clientY);
    [x, y] = [event.clientX, event.clientY];
  };
  const end = (): void => {
    picture.classList.remove('dragged');
    window.removeEventListener('pointermove', drag);
  };
  window.addEventListener('pointermove', drag);
  window.addEventListener('pointerup', end, { once: true });
  window.addEventListener('pointercancel', end, { once: true });
});

for (const [enter, leave] of [
  ['focusin', 'focusout'],
  ['pointerover', 'pointerout'],
] as const) {
  picture.addEventListener(enter, ({ target }) => light(target));
  picture.addEventListener(leave, () => light(null));
}

/** Lifts out what a part hangs together with. */
function light(target: EventTarget | null): void {
  const part = target instanceof Element ? target.closest<SVGGElement>('g[data-block], g[data-toggle]') : null;
  const own = part?.dataset['block'] ?? part?.dataset['toggle'];
  for (const line of picture.querySelectorAll<SVGPathElement>('.line')) {
    const { left, right } = line.dataset;
    line.classList.toggle('lit', own !== undefined && (left === own || right === own));
  }
}

let timer: ReturnType<typeof setTimeout> | undefined;
filter.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => vscode.postMessage({ kind: 'filter', text: filter.value }), REST);
});

const BUTTONS: Readonly<Record<string, () => void>> = {
  'zoom-in': () => zoomAtMiddle(ZOOM.step),
  'zoom-out': () => zoomAtMiddle(1 / ZOOM.step),
  fit: () => fitWidth(true),
  refresh: () => vscode.postMessage({ kind: 'refresh' }),
  export: () => vscode.postMessage({ kind: 'export' }),
  'copy-dot': () => vscode.postMessage({ kind: 'copy', format: 'dot' }),
  'copy-mermaid': () => vscode.postMessage({ kind: 'copy', format: 'mermaid' }),
};
for (const [id, run] of Object.entries(BUTTONS)) find(id).addEventListener('click', run);

words.addEventListener('toggle', showWords);

/** Headings for groups, and a list for each, made when somebody wants to read it. */
function showWords(): void {
  if (!words.open || shown === undefined) return;
  const parts: HTMLElement[] = [];
  let [list, inner]: (HTMLUListElement | undefined)[] = [];
  for (const { id, depth, text } of shown.outline) {
    if (depth === 0) {
      parts.push(make('h2', text));
      list = inner = undefined;
      continue;
    }
    list ??= add(parts, document.createElement('ul'));
    const item = document.createElement('li');
    item.append(id === undefined ? text : link(id, text));
    if (depth === 1) {
      list.append(item);
      inner = undefined;
    } else {
      if (inner === undefined) {
        inner = document.createElement('ul');
        (list.lastElementChild ?? list).append(inner);
      }
      inner.append(item);
    }
  }
  find('outline').replaceChildren(...parts);
}

function add<Part extends HTMLElement>(parts: HTMLElement[], part: Part): Part {
  parts.push(part);
  return part;
}

function make(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function link(id: string, text: string): HTMLElement {
  const button = make('button', text);
  button.className = 'link';
  button.addEventListener('click', () => vscode.postMessage({ kind: 'open', id }));
  return button;
}

vscode.postMessage({ kind: 'ready' });
