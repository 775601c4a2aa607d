/** `xlcfg/paste`: what a pasted text can be in a config. */
import type { Handler } from '../handler';
import { textRange } from '../../text/text-range';
import { answer } from '../answer';
import { toEdits } from '../convert/from-service';

export const handler: Handler = {
  listen(session) {
    answer(session, 'xlcfg/paste', null, async ({ uri, range, text }, token) => {
      const analyzed = await session.analyze(uri, token);
      if (analyzed === undefined) return null;
      const { document, analysis } = analyzed;
      const place = textRange(document.offsetAt(range.start), document.offsetAt(range.end));
      const offer = session.service.paste(analysis, place, text);
      return offer === undefined ? null : { title: offer.title, edits: toEdits(document, offer.edits) };
    });
  },
};
