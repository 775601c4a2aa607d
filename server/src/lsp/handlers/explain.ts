/** `xlcfg/explain`: the domain of a document as a page. */
import type { Handler } from '../handler';
import { answer } from '../answer';

export const handler: Handler = {
  listen(session) {
    answer(session, 'xlcfg/explain', null, async ({ uri }, token) => {
      const analyzed = await session.analyze(uri, token);
      if (analyzed === undefined) return null;
      const { service } = session;
      return { markdown: service.explainPage(analyzed.analysis), name: service.domainName(analyzed.analysis) };
    });
  },
};
