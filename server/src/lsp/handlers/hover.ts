/** `textDocument/hover`. */
import type { Handler } from '../handler';
import type { Hover } from 'vscode-languageserver';
import type { Hover as FoundHover } from '../../language-service';
import { message } from '../../text/message';
import type { Session } from '../session';
import { toMarkup, toRange } from '../convert/from-service';
import { guard } from '../guard';

export const handler: Handler = {
  capabilities: { hoverProvider: true },
  listen(session) {
    session.connection.onHover(({ textDocument, position }, token) =>
      guard<Hover | null>(session, 'hover', null, token, async () => {
        const analyzed = await session.analyze(textDocument.uri, token);
        if (analyzed === undefined) return null;
        const { document, analysis } = analyzed;
        const hover = session.service.hover(analysis, document.offsetAt(position));
        if (hover === undefined) return null;
        return { contents: toMarkup(hover.markdown + linkTo(session, hover)), range: toRange(document, hover.range) };
      }),
    );
  },
};

/** The way to the page of the option. */
function linkTo({ service, optionPages }: Session, { page }: FoundHover): string {
  if (page === undefined) return '';
  return `\n\n[${service.say(message('All options of this section'))}](${optionPages}${page.file}#${page.heading})`;
}
