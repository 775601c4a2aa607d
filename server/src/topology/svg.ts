/** The picture of a topology as SVG: for a page, which has its own style, or for a file. */
import type { Say } from '../messages/say';
import { message } from '../text/message';
import { element, openTag } from '../text/xml';
import { fit, plainLabel } from './label';
import { type Area, type Box, type Frame, type Line, FONT, layoutTopology, MARK, PADDING, type Picture } from './layout';
import { STYLE } from './style';
import type { FleetMember, NodeKind, Topology, TopologyNode } from './topology';
import { labelNode, outlineOf } from './words';

/** Numbers with as many places as can be seen. */
function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** What is shown, and how. */
export interface SvgOptions {
  /** The groups and blocks that are closed; see `makeBlocks`. */
  readonly closed: ReadonlySet<string>;
  /** For a page, nodes and frames can be reached with the keyboard, and colours are those of the page. */
  readonly isForPage: boolean;
}

/** @returns one `svg` element */
export function writeSvg(topology: Topology, { closed, isForPage }: SvgOptions, say: Say): string {
  const picture = layoutTopology(topology, closed, say);
  const title = say(message('Topology of Xen domains'));
  const { width, height } = picture;
  const size = { width: Math.max(px(width), 1), height: Math.max(px(height), 1) };
  const root = { xmlns: 'http://www.w3.org/2000/svg', ...size, viewBox: `0 0 ${size.width} ${size.height}` };
  const described = outlineOf(topology)
    .map(({ depth, text }) => `${'  '.repeat(depth)}${plainLabel(say(text))}`)
    .join('\n');
  const head = isForPage
    ? [openTag('svg', { ...root, class: 'topology', role: 'group', 'aria-label': title })]
    : [
        openTag('svg', { ...root, class: 'topology', role: 'img', 'aria-labelledby': 'title', 'aria-describedby': 'description' }),
        element('title', { id: 'title' }, title),
        element('desc', { id: 'description' }, described),
        element('style', {}, STYLE),
        element('rect', { class: 'paper', width: '100%', height: '100%' }),
      ];
  return [...head, ...drawParts(picture, isForPage, say), '</svg>'].map((line) => `${line}\n`).join('');
}

function drawParts({ frames, boxes, lines }: Picture, isForPage: boolean, say: Say): readonly string[] {
  const order = [...frames].sort((a, b) => Number(a.kind === 'block') - Number(b.kind === 'block'));
  const groups = order.filter(({ kind }) => kind === 'group');
  const blocks = order.filter(({ kind }) => kind === 'block');
  const draw = (frame: Frame): readonly string[] => drawFrame(frame, isForPage, say);
  return [
    ...groups.flatMap(draw),
    ...lines.map((line) => drawLine(line, isForPage)),
    ...blocks.flatMap(draw),
    ...boxes.flatMap((box) => drawBox(box, isForPage, say)),
  ];
}

function drawFrame({ id, kind, title, detail, isClosed, x, y, width, height }: Frame, isForPage: boolean, say: Say): readonly string[] {
  const label = detail === '' ? title : say(message('{title}: {detail}', { title, detail }));
  const role = isForPage ? { role: 'button', tabindex: 0, 'aria-expanded': String(!isClosed), 'aria-label': label, 'data-toggle': id } : {};
  const [left, base] = [x + PADDING, y + 19];
  const arrow = isClosed ? `m0 -4 l6 4 l-6 4 z` : `m-1 -3 l8 0 l-4 6 z`;
  const signed = isForPage ? MARK : 0;
  return [
    element('rect', { class: `frame ${kind}`, ...areaOf({ x, y, width, height }), rx: 6 }),
    openTag('g', { class: `head ${kind}`, ...role }),
    element('rect', { class: 'touch', ...areaOf({ x: x + 2, y: y + 2, width: width - 4, height: 24 }), rx: 5 }),
    ...(isForPage ? [element('path', { class: 'sign', d: `M${px(left + 2)} ${px(y + 14)} ${arrow}` })] : []),
    openTag('text', { x: px(left + signed), y: px(base) }),
    element('tspan', { class: 'title' }, title),
    ...(detail === '' ? [] : [element('tspan', { class: 'detail', dx: 10 }, detail)]),
    '</text>',
    '</g>',
  ];
}

function areaOf({ x, y, width, height }: Area): Readonly<Record<'x' | 'y' | 'width' | 'height', number>> {
  return { x: px(x), y: px(y), width: px(width), height: px(height) };
}

function drawLine({ left, right, use, points }: Line, isForPage: boolean): string {
  return element('path', { class: `line ${use}`, d: pathOf(points), ...(isForPage ? { 'data-left': left, 'data-right': right } : {}) });
}

/** A curve through the points; two are joined by one that leaves and arrives across. */
function pathOf(points: Line['points']): string {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  const last = rest.at(-1) ?? first;
  const start = `M${px(first.x)} ${px(first.y)}`;
  if (rest.length < 2) {
    const bend = Math.max(30, Math.abs(last.x - first.x) / 2);
    return `${start} C${px(first.x + bend)} ${px(first.y)} ${px(last.x - bend)} ${px(last.y)} ${px(last.x)} ${px(last.y)}`;
  }
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${px(point.x)} ${px(point.y)} ${px(end.x)} ${px(end.y)}`;
  });
  return [start, ...curves].join(' ');
}

function drawBox({ node, block, title, detail, x, y, width, height }: Box, isForPage: boolean, say: Say): readonly string[] {
  const { id, kind, place } = node;
  const label = plainLabel(say(labelNode(node)));
  const role = place === undefined ? { role: 'img' } : { role: 'button', tabindex: 0 };
  // The lid of a cylinder takes some room.
  const top = kind === 'disk' || kind === 'storage' ? y + 3 : y;
  const [left, room] = [px(x + PADDING), width - 2 * PADDING];
  const marks = marksOf(node);
  return [
    openTag('g', { class: classOf(node), ...(isForPage ? { ...role, 'aria-label': label, 'data-node': id, 'data-block': block } : {}) }),
    element('title', {}, label),
    SHAPES[kind]({ x, y, width, height }),
    element('text', { class: 'title', x: left, y: px(top + 18) }, fit(title, FONT.title * 1.1, room - marks.length * MARK)),
    element('text', { class: 'detail', x: left, y: px(top + 33) }, fit(detail, FONT.detail, room)),
    ...marks.map((draw, index) => draw(x + width - PADDING - 4 - index * MARK, y + 14)),
    '</g>',
  ];
}

function classOf({ kind, member }: TopologyNode): string {
  const isAbsent = kind === 'domain' && member === undefined;
  return ['node', kind, ...(isAbsent ? ['absent'] : []), ...(hasErrors(member) ? ['wrong'] : [])].join(' ');
}

function hasErrors(member: FleetMember | undefined): boolean {
  return member !== undefined && member.problems.errors > 0;
}

type Mark = (x: number, y: number) => string;

/** What stands beside the title, from the right to the left. */
function marksOf({ member }: TopologyNode): readonly Mark[] {
  if (member === undefined) return [];
  const { verdict } = member.domain.migration;
  const alarm: Mark = (x, y) => element('text', { class: 'alarm', x: px(x - 2), y: px(y + 5) }, '!');
  return [(x, y) => drawVerdict(verdict, x, y), ...(hasErrors(member) ? [alarm] : [])];
}

type Shape = (area: Area) => string;

const box: Shape = (area) => element('rect', { class: 'shape', ...areaOf(area), rx: 4 });
const pill: Shape = (area) => element('rect', { class: 'shape', ...areaOf(area), rx: px(area.height / 2) });
const cylinder: Shape = ({ x, y, width, height }) => {
  const [rx, ry] = [px(width / 2), 3];
  const right = px(x + width);
  const [top, bottom] = [px(y + ry), px(y + height - ry)];
  const left = px(x);
  const d = `M${left} ${top} A${rx} ${ry} 0 0 1 ${right} ${top} L${right} ${bottom} A${rx} ${ry} 0 0 1 ${left} ${bottom} Z M${left} ${top} A${rx} ${ry} 0 0 0 ${right} ${top}`;
  return element('path', { class: 'shape', d });
};
const chip: Shape = ({ x, y, width, height }) => {
  const cut = 8;
  return element('path', {
    class: 'shape',
    d: `M${px(x)} ${px(y)} h${px(width - cut)} l${cut} ${cut} v${px(height - cut)} h${px(-width)} z`,
  });
};

const SHAPES: Readonly<Record<NodeKind, Shape>> = {
  domain: box,
  bridge: pill,
  disk: cylinder,
  storage: cylinder,
  pci: chip,
  usb: chip,
  device: chip,
};

/** A circle, a triangle or a square: what differs in colour differs in form too. */
function drawVerdict(verdict: string, x: number, y: number): string {
  const forms: Readonly<Record<string, string>> = {
    movable: 'm-4.5 0 a4.5 4.5 0 1 0 9 0 a4.5 4.5 0 1 0 -9 0 z',
    conditional: 'm0 -4.5 l5 9 l-10 0 z',
    tied: 'm-4 -4 h8 v8 h-8 z',
  };
  const form = forms[verdict] ?? 'm-4 0 h8';
  return element('path', { class: `verdict ${verdict}`, d: `M${px(x)} ${px(y)} ${form}` });
}
