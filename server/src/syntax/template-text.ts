/**
 * Makes a text that xl's grammar can read of a template: of the same length, so that every place in one is the same place in the other.
 * In strings, placeholders and tags stay but for what would end the string or a field of it; elsewhere placeholders become digits where a
 * value stands, and tags become blanks.
 */
import { type TextRange, textRange } from '../text/text-range';
import { type Tag, TagFinder } from './template-tags';

export interface TemplateText {
  readonly text: string;
  /** Everything that an engine replaces, in order. */
  readonly holes: readonly TextRange[];
  /** What may be left out or repeated, with its tags: the outermost, in order. */
  readonly blocks: readonly TextRange[];
  /** Lists with holes between their items, in order: what an engine makes of them can look otherwise. */
  readonly looseLists: readonly TextRange[];
  /** Whole statements may come out of a hole. */
  readonly isOpenEnded: boolean;
}

/** Reads a template in linear time. Never fails: what is no tag stays as it is. */
export function readTemplate(text: string): TemplateText {
  return new TemplateReader(text).read();
}

const FILLER = { text: 'x', value: '1', nothing: ' ' } as const;

class TemplateReader {
  private readonly text: string;
  private readonly finder: TagFinder;
  private readonly pieces: string[] = [];
  private readonly holes: TextRange[] = [];
  private readonly blocks = new BlockCollector();
  private readonly looseLists: TextRange[] = [];
  private isOpenEnded = false;
  private position = 0;
  /** Up to where `pieces` go. */
  private written = 0;
  /** The quote of the string that is open. */
  private quote = '';
  /** What stands last in the statement, without blanks; empty at its beginning. */
  private last = '';
  private depth = 0;
  private listStart = 0;
  private isLoose = false;

  constructor(text: string) {
    this.text = text;
    this.finder = new TagFinder(text);
  }

  read(): TemplateText {
    const { text } = this;
    while (this.position < text.length) {
      const tag = this.finder.tagAt(this.position);
      if (tag !== undefined) this.fill(tag);
      else if (this.quote !== '') this.readInString();
      else this.readInCode();
    }
    this.pieces.push(text.slice(this.written));
    if (this.depth > 0) {
      this.isOpenEnded = true;
      this.endList();
    }
    const { holes, looseLists } = this;
    return { text: this.pieces.join(''), holes, looseLists, blocks: this.blocks.end(text.length), isOpenEnded: this.isOpenEnded };
  }

  private readInString(): void {
    const character = this.text.charAt(this.position);
    if (character === this.quote || character === '\n') {
      this.quote = '';
      this.last = '"';
      if (character === '\n') return;
    }
    this.position += character === '\\' && this.text.charAt(this.position + 1) !== '\n' ? 2 : 1;
  }

  private readInCode(): void {
    const character = this.text.charAt(this.position);
    this.position += 1;
    switch (character) {
      case ' ':
      case '\t':
        break;
      case '#':
        this.skipComment();
        break;
      case '\n':
      case ';':
        if (this.depth === 0) this.last = '';
        break;
      case '"':
      case "'":
        this.quote = character;
        break;
      case '[':
        this.beginList(character);
        break;
      case ']':
        this.last = character;
        this.depth = Math.max(0, this.depth - 1);
        if (this.depth === 0) this.endList();
        break;
      default:
        this.last = character;
    }
  }

  private beginList(character: string): void {
    if (this.depth === 0) [this.listStart, this.isLoose] = [this.position - 1, false];
    this.depth += 1;
    this.last = character;
  }

  private endList(): void {
    if (this.isLoose) this.looseLists.push(textRange(this.listStart, this.position));
    this.isLoose = false;
  }

  /** To the end of the line. Engines know nothing of comments, so that their tags count there too. */
  private skipComment(): void {
    while (this.position < this.text.length && this.text.charAt(this.position) !== '\n') {
      const tag = this.finder.tagAt(this.position);
      if (tag === undefined) this.position += 1;
      else {
        if (tag.kind !== 'output') this.blocks.add(tag);
        this.write(tag, this.text.slice(tag.start, tag.end).replace(/\n/g, FILLER.nothing));
      }
    }
  }

  private fill(tag: Tag): void {
    this.blocks.add(tag);
    this.holes.push(textRange(tag.start, tag.end));
    const shown = this.text.slice(tag.start, tag.end);
    const filler = this.quote === '' ? this.chooseFiller(tag).repeat(shown.length) : shown.replace(/["'\\\n\r,]/g, FILLER.text);
    if (tag.isInclusion) this.isOpenEnded = true;
    if (this.quote === '' && this.depth > 0) this.isLoose = true;
    this.write(tag, filler);
  }

  /** What stands for a tag outside of strings. */
  private chooseFiller(tag: Tag): string {
    if (tag.kind !== 'output') return FILLER.nothing;
    const isValue = this.depth > 0 ? this.isItem(tag.end) : this.last === '=';
    if (isValue) {
      this.last = FILLER.value;
      return FILLER.value;
    }
    if (this.last !== '') return FILLER.nothing;
    if (/^[\w.]{0,200}[ \t]{0,200}\+?=/.test(this.text.slice(tag.end, tag.end + 402))) {
      this.last = FILLER.text;
      return FILLER.text;
    }
    this.isOpenEnded = true;
    return FILLER.nothing;
  }

  /** Whether what stands for one item in a list is followed by what follows an item. */
  private isItem(end: number): boolean {
    return (this.last === '[' || this.last === ',') && /^\s{0,200}[,\]]/.test(this.text.slice(end, end + 201));
  }

  private write({ start, end }: Tag, filler: string): void {
    this.pieces.push(this.text.slice(this.written, start), filler);
    this.written = end;
    this.position = end;
  }
}

/** Finds out which tags belong together. */
class BlockCollector {
  private readonly open: Tag[] = [];
  /** How many of a key are open. */
  private readonly counts = new Map<string, number>();
  private readonly blocks: TextRange[] = [];

  add(tag: Tag): void {
    if (tag.kind === 'open') {
      this.open.push(tag);
      this.count(tag.key, 1);
    } else if (tag.kind === 'close' && (this.counts.get(tag.key) ?? 0) > 0) {
      let opened: Tag | undefined;
      do {
        opened = this.open.pop();
        if (opened !== undefined) this.count(opened.key, -1);
      } while (opened !== undefined && opened.key !== tag.key);
      if (opened !== undefined) this.addBlock(textRange(opened.start, tag.end));
    }
  }

  /** The outermost blocks; what nothing closes and has to be closed goes to the end. */
  end(length: number): readonly TextRange[] {
    const unclosed = this.open.find(({ mayStandAlone }) => !mayStandAlone);
    if (unclosed !== undefined) this.addBlock(textRange(unclosed.start, length));
    return this.blocks;
  }

  private addBlock(block: TextRange): void {
    while ((this.blocks.at(-1)?.start ?? -1) >= block.start) this.blocks.pop();
    this.blocks.push(block);
  }

  private count(key: string, by: number): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }
}
