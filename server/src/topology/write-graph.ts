/** Topologies in the languages of graph programs. Names are shown and never obeyed: nodes are called by numbers. */
import type { Say } from '../messages/say';
import { NO_HOST } from './build-topology';
import { plainLabel } from './label';
import type { EdgeUse, NodeKind, Topology, TopologyEdge, TopologyGroup, TopologyNode } from './topology';
import { describeNode, nameGroup, nameNode } from './words';

/** How one language writes the parts. */
interface Language {
  readonly head: readonly string[];
  openGroup(id: string, label: string): string;
  readonly closeGroup: string;
  node(id: string, kind: NodeKind, lines: readonly string[]): string;
  edge(from: string, to: string, use: EdgeUse): string;
  readonly tail: readonly string[];
}

const DOT: Language = {
  head: [
    'digraph xen {',
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [arrowhead=none, fontname="sans-serif"];',
  ],
  openGroup: (id, label) => `  subgraph cluster_${id} {\n    label=${quoteDot(label)};`,
  closeGroup: '  }',
  node: (id, kind, lines) => `    ${id} [label=${quoteDot(lines.join('\n'))}, shape=${DOT_SHAPES[kind]}];`,
  edge: (from, to, use) => `  ${from} -> ${to}${use === 'backend' || use === 'part' ? ' [style=dashed]' : ''};`,
  tail: ['}'],
};

const DOT_SHAPES: Readonly<Record<NodeKind, string>> = {
  domain: 'box',
  bridge: 'ellipse',
  disk: 'cylinder',
  storage: 'cylinder',
  pci: 'component',
  usb: 'component',
  device: 'component',
};

/** A string of DOT. Entities are read in it, and a backslash begins an escape. */
function quoteDot(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('&', '&amp;').replaceAll('\n', '\\n')}"`;
}

const MERMAID: Language = {
  head: ['flowchart LR'],
  openGroup: (id, label) => `  subgraph ${id}[${quoteMermaid(label)}]`,
  closeGroup: '  end',
  node: (id, kind, lines) => {
    const [open, close] = MERMAID_SHAPES[kind];
    return `    ${id}${open}${lines.map(escapeMermaid).join('<br>').replace(/^.*$/, '"$&"')}${close}`;
  },
  edge: (from, to, use) => `  ${from} ${use === 'backend' || use === 'part' ? '-.-' : '---'} ${to}`,
  tail: [],
};

const MERMAID_SHAPES: Readonly<Record<NodeKind, readonly [string, string]>> = {
  domain: ['[', ']'],
  bridge: ['([', '])'],
  disk: ['[(', ')]'],
  storage: ['[(', ')]'],
  pci: ['[[', ']]'],
  usb: ['[[', ']]'],
  device: ['[[', ']]'],
};

function quoteMermaid(text: string): string {
  return `"${escapeMermaid(text)}"`;
}

/** What means something to Mermaid, to Markdown in its labels or to HTML, as the code of the character. */
function escapeMermaid(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:/()—-]|^[\d-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

/** As `dot` of Graphviz reads it. */
export function writeDot(topology: Topology, say: Say): string {
  return write(topology, DOT, say);
}

/** As a block of Mermaid in Markdown has it. */
export function writeMermaid(topology: Topology, say: Say): string {
  return write(topology, MERMAID, say);
}

function write({ groups, nodes, edges }: Topology, language: Language, say: Say): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const nodeLine = (node: TopologyNode): string =>
    language.node(ids.get(node.id) ?? '', node.kind, [nameNode(node), say(describeNode(node))].map(plainLabel));
  const isAlone = groups.length === 1 && groups[0]?.id === NO_HOST;
  const groupLines = (group: TopologyGroup, index: number): readonly string[] => {
    const own = nodes.filter((node) => node.group === group.id).map(nodeLine);
    if (isAlone || own.length === 0) return own;
    return [language.openGroup(`g${index + 1}`, plainLabel(say(nameGroup(group)))), ...own, language.closeGroup];
  };
  const edgeLine = ({ from, to, use }: TopologyEdge): string => language.edge(ids.get(from) ?? '', ids.get(to) ?? '', use);
  const lines = [
    ...language.head,
    ...groups.flatMap(groupLines),
    ...nodes.filter(({ group }) => group === undefined).map(nodeLine),
    ...edges.map(edgeLine),
    ...language.tail,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
