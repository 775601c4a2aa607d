/** Pages that the extension shows: documents that nobody can edit, and that never ask to be saved. */
import { commands, Disposable, EventEmitter, Uri, workspace } from 'vscode';

const SCHEME = 'xlcfg-report';

/** Holds the pages that were shown, by their name. */
export class ReportPages {
  private readonly pages = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly registration: Disposable;

  constructor() {
    this.registration = workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: (uri) => this.pages.get(uri.path) ?? '',
    });
  }

  /** Shows a page in Markdown, as it reads; beside the open editor where both are to be seen. */
  async show(name: string, markdown: string, { isBeside = false } = {}): Promise<void> {
    const uri = Uri.from({ scheme: SCHEME, path: `/${name.replaceAll('/', ' ')}.md` });
    this.pages.set(uri.path, markdown);
    this.changed.fire(uri);
    await commands.executeCommand(isBeside ? 'markdown.showPreviewToSide' : 'markdown.showPreview', uri);
  }

  dispose(): void {
    Disposable.from(this.registration, this.changed).dispose();
  }
}
