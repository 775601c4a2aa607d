/** `.editorconfig`: what it says of the blanks and the width of a config. */
import { DEFAULT_INDENT, type Indent } from '../language-service';
import { type Glob, readGlob } from '../project/glob';
import type { Terminal } from './terminal';

const FILE_NAME = '.editorconfig';
/** Wider than any tab that somebody sees. */
const MAX_SIZE = 16;

/** By lower-case key; later sections count, and nearer files. */
export type EditorProperties = ReadonlyMap<string, string>;

interface Section {
  readonly glob: Glob;
  readonly properties: Map<string, string>;
}

interface EditorConfig {
  /** No file above counts. */
  readonly isRoot: boolean;
  readonly sections: readonly Section[];
}

/** What `.editorconfig` says for a layout. The line ends that it asks for do not count, because xl reads only one kind. */
export interface EditorLayout {
  readonly indent: Indent;
  readonly finalNewline: boolean;
  /** Undefined where it does not say. */
  readonly lineLength: number | undefined;
}

/** Reads each of the files once, however many configs it is for. */
export class EditorConfigReader {
  private readonly terminal: Terminal;
  private readonly known = new Map<string, Promise<EditorConfig>>();

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** What holds for the file at a path. */
  async propertiesFor(path: string): Promise<EditorProperties> {
    const nearestFirst: EditorProperties[] = [];
    for (let from = path; ;) {
      const place = await this.terminal.findUpwards(from, FILE_NAME);
      if (place === undefined) break;
      const { isRoot, sections } = await this.load(place);
      const relative = this.terminal.relativeTo(place, path);
      nearestFirst.push(
        ...sections
          .filter(({ glob }) => glob.matches(relative))
          .map(({ properties }) => properties)
          .reverse(),
      );
      if (isRoot) break;
      from = this.terminal.resolveFrom(place, '.');
    }
    return new Map(nearestFirst.reverse().flatMap((properties) => [...properties]));
  }

  private load(place: string): Promise<EditorConfig> {
    const loaded = this.known.get(place) ?? this.read(place);
    this.known.set(place, loaded);
    return loaded;
  }

  private async read(place: string): Promise<EditorConfig> {
    const read = await this.terminal.read(place);
    return parseEditorConfig(read.kind === 'text' ? read.text : '');
  }
}

/** Reads the text of such a file; what is wrong in it counts as not said. */
export function parseEditorConfig(text: string): EditorConfig {
  let isRoot = false;
  const sections: Section[] = [];
  /** Undefined before the first one, and for one whose glob cannot be read. */
  let section: Section | undefined;
  let isPreamble = true;
  for (const line of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((each) => each.trim())) {
    const head = /^\[(.*)\]$/.exec(line)?.[1];
    const [key, value] = readPair(line);
    if (head !== undefined) {
      isPreamble = false;
      section = makeSection(head);
      if (section !== undefined) sections.push(section);
    } else if (isPreamble) isRoot ||= key === 'root' && value === 'true';
    else if (key !== '') section?.properties.set(key, value);
  }
  return { isRoot, sections };
}

/** A key with its value, both in lower case; comments have none. */
function readPair(line: string): readonly [key: string, value: string] {
  const [, key = '', value = ''] = /^([^#;=[][^=]*)=(.*)$/.exec(line.toLowerCase()) ?? [];
  return [key.trim(), value.trim()];
}

function makeSection(pattern: string): Section | undefined {
  // A pattern without a slash is about names in every folder below.
  const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
  const glob = readGlob(anchored.replace(/^!/, '\\!'));
  return 'template' in glob ? undefined : { glob, properties: new Map<string, string>() };
}

/** What the properties mean for a layout. */
export function layoutOf(properties: EditorProperties): EditorLayout {
  const style = properties.get('indent_style') === 'tab' ? 'tab' : DEFAULT_INDENT.style;
  const tabWidth = readSize(properties.get('tab_width'));
  const indentSize = readSize(properties.get('indent_size'));
  const size = style === 'tab' ? (tabWidth ?? indentSize) : (indentSize ?? tabWidth);
  return {
    indent: { style, size: size ?? DEFAULT_INDENT.size },
    finalNewline: properties.get('insert_final_newline') !== 'false',
    lineLength: readLineLength(properties.get('max_line_length')),
  };
}

/** `indent_size = tab` means the width of a tab. */
function readSize(value: string | undefined): number | undefined {
  const size = /^\d+$/.test(value ?? '') ? Number(value) : 0;
  return size >= 1 && size <= MAX_SIZE ? size : undefined;
}

function readLineLength(value: string | undefined): number | undefined {
  if (value === 'off') return Infinity;
  return /^\d+$/.test(value ?? '') ? Number(value) : undefined;
}
