/** The report of the benchmarks, as Markdown, and the pictures of growth in it. */
import { cpus, totalmem, type } from 'node:os';
import { plotGrowth } from './growth-plot';
import { exponentOf, type Figure, type Growth, type Row, type Section } from './section';

/** One section, to read in a terminal as well. */
export function sectionMarkdown({ title, note, rows, growths = [] }: Section): string {
  return [`## ${title}`, note, ...(rows.length === 0 ? [] : [tableOf(rows)]), ...growths.map(growthMarkdown)].join('\n\n');
}

/** All of it, with the machine and the date that the figures are of. */
export function reportMarkdown(sections: readonly Section[], date: Date): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()}, Node ${process.versions.node}`;
  const head = `# Benchmarks

Measured on ${date.toISOString().slice(0, 10)}: ${machine}. Every table is of one run, in which the contestants took turns; the last column says
what ours is to the best of the others. The machine decides the figures, so the ratios count. \`npm run bench\` writes this page.`;
  return `${[head, ...sections.map(sectionMarkdown)].join('\n\n')}\n`;
}

/** The pictures by the path from the page. */
export function pictures(sections: readonly Section[]): ReadonlyMap<string, string> {
  return new Map(sections.flatMap(({ growths = [] }) => growths.map((growth) => [pictureOf(growth), plotGrowth(growth)] as const)));
}

function pictureOf({ file }: Growth): string {
  return `images/${file}.svg`;
}

function growthMarkdown(growth: Growth): string {
  const exponents = Object.entries(growth.series).map(([name, points]) => `${name} ${exponentOf(points).toFixed(2)}`);
  return `![${growth.title}](${pictureOf(growth)})\n\nExponents of the growth: ${exponents.join(', ')}.`;
}

function tableOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const hasPeers = names.some((name) => !isOurs(name));
  const head = ['', ...names, ...(hasPeers ? ['ours / best other'] : [])];
  const lines = rows.map((row) => [
    row.what,
    ...names.map((name) => showFigure(row, row.figures[name])),
    ...(hasPeers ? [ratioOf(row)] : []),
  ]);
  return [head, ['---', ...head.slice(1).map(() => '---:')], ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function isOurs(name: string): boolean {
  return name.startsWith('xlcfg');
}

function showFigure({ unit }: Row, figure: Figure | undefined): string {
  if (figure === undefined || Number.isNaN(figure.p50)) return '';
  return `${[figure.p50, ...(figure.p95 === undefined ? [] : [figure.p95])].map(showNumber).join(' / ')} ${unit}`;
}

function showNumber(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function ratioOf({ figures, unit }: Row): string {
  const isBetterHigh = unit === 'MB/s';
  const best = (ours: boolean): number => {
    const values = Object.entries(figures).flatMap(([name, { p50 }]) => (isOurs(name) === ours ? [p50] : []));
    return isBetterHigh ? Math.max(...values) : Math.min(...values);
  };
  const ratio = best(true) / best(false);
  return Number.isFinite(ratio) && ratio > 0 ? ratio.toFixed(2) : '';
}
