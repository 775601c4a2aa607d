/** Draws how times grow with size, both axes in powers of ten, as SVG that suits light and dark pages. */
import type { Growth } from './section';

const [WIDTH, HEIGHT] = [800, 360];
const MARGIN = { left: 64, right: 230, top: 40, bottom: 48 };
const COLORS = ['#2f81f7', '#1a7f37', '#bf3989', '#bc4c00', '#8250df', '#6e7781', '#0a7ea4'];
const GRID = '#8c959f';

type Scale = (value: number) => number;

/** The picture as the text of a file. */
export function plotGrowth({ title, size, unit, series }: Growth): string {
  const points = Object.values(series).flat();
  const across = axis(
    points.map(([each]) => each),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const up = axis(
    points.map(([, time]) => time),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const grid = [
    ...across.ticks.map((tick) => line(across.scale(tick), MARGIN.top, across.scale(tick), HEIGHT - MARGIN.bottom)),
    ...up.ticks.map((tick) => line(MARGIN.left, up.scale(tick), WIDTH - MARGIN.right, up.scale(tick))),
  ];
  const labels = [
    text(MARGIN.left, 22, title, 'start', 15),
    ...across.ticks.map((tick) => text(across.scale(tick), HEIGHT - MARGIN.bottom + 18, shorten(tick), 'middle')),
    ...up.ticks.map((tick) => text(MARGIN.left - 8, up.scale(tick) + 4, `${shorten(tick)} ${unit}`, 'end')),
    text((MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 10, size, 'middle'),
  ];
  const curves = Object.entries(series).map(([name, each], index) => curve(name, each, index, across.scale, up.scale));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(title)}">
<style>text { font: 12px sans-serif; fill: #1f2328 } @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } }</style>
${[...grid, ...labels, ...curves].join('\n')}
</svg>
`;
}

/** An axis over all powers of ten that the values lie between. */
function axis(values: readonly number[], from: number, to: number): { readonly scale: Scale; readonly ticks: readonly number[] } {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const scale = (value: number): number => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { scale, ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)) };
}

function curve(name: string, points: readonly (readonly [number, number])[], index: number, across: Scale, up: Scale): string {
  const color = COLORS[index % COLORS.length] ?? GRID;
  const places = points.map(([size, time]) => [across(size).toFixed(1), up(time).toFixed(1)] as const);
  const dots = places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${color}"/>`);
  const path = `<polyline fill="none" stroke="${color}" stroke-width="2" points="${places.map((place) => place.join(',')).join(' ')}"/>`;
  const y = MARGIN.top + 10 + index * 20;
  const key = `<rect x="${WIDTH - MARGIN.right + 14}" y="${y - 9}" width="12" height="10" fill="${color}"/>`;
  return [path, ...dots, key, text(WIDTH - MARGIN.right + 32, y, name, 'start')].join('');
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${GRID}" stroke-opacity="0.35"/>`;
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end', fontSize = 12): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" style="font-size:${fontSize}px">${escape(content)}</text>`;
}

function shorten(value: number): string {
  return value >= 1000 ? `${value / 1000} k` : String(Number(value.toPrecision(1)));
}

function escape(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
