/** Pages that the extension shows: documents that nobody can edit, and that never ask to be saved. */
import { commands, Disposable, EventEmitter, Uri, workspace } from 'vscode';

const SCHEME = 'xlcfg-report';

function uriOf(name: string, about: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${name.replaceAll('/', ' ')}.md`, query: about });
}

/** Holds the pages that were shown, by their name. */
export class ReportPages {
  private readonly pages = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly registration: Disposable;

  constructor() {
    this.registration = workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: (uri) => this.pages.get(uri.toString()) ?? '',
    });
  }

  /**
   * Shows a page in Markdown, as it reads; beside the open editor where both are to be seen.
   * `about` tells pages of the same name from each other.
   */
  async show(name: string, markdown: string, { isBeside = false, about = '' } = {}): Promise<void> {
    const uri = uriOf(name, about);
    this.pages.set(uri.toString(), markdown);
    this.changed.fire(uri);
    await commands.executeCommand(isBeside ? 'markdown.showPreviewToSide' : 'markdown.showPreview', uri);
  }

  /** Puts another text into a page, which goes on to be shown where it is. */
  async update(name: string, markdown: string, about: string): Promise<void> {
    const uri = uriOf(name, about);
    if (this.pages.get(uri.toString()) === markdown) return;
    // VS Code lets go of documents without an editor, and the preview hears of changes only while there is one.
    await workspace.openTextDocument(uri);
    this.pages.set(uri.toString(), markdown);
    this.changed.fire(uri);
  }

  dispose(): void {
    Disposable.from(this.registration, this.changed).dispose();
  }
}
