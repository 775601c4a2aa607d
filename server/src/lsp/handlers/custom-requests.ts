/** Requests of our own, for clients that show what the server knows. */
import type { Handler } from '../handler';
import { DEFAULT_TARGET, parseXenVersion } from '../../language-service';
import { answer } from '../answer';
import { fileNameOf } from '../file-name';

export const handler: Handler = {
  listen(session) {
    answer(session, 'xlcfg/detect', 'other', async ({ text }) => session.service.detect(text));
    answer(session, 'xlcfg/inspectImage', null, async ({ file, uri }, token) => {
      const report = await session.files.inspect(file);
      const analyzed = uri === undefined ? undefined : await session.analyze(uri, token);
      if (report === undefined) return null;
      return session.service.describeImage(fileNameOf(file), report, analyzed?.analysis.model.target ?? DEFAULT_TARGET);
    });
    answer(session, 'xlcfg/upgrade', null, async ({ uri, from, to }, token) => {
      const analyzed = await session.analyze(uri, token);
      const [start, end] = [parseXenVersion(from), parseXenVersion(to)];
      if (analyzed === undefined || start === undefined || end === undefined) return null;
      return session.service.upgradePage(analyzed.document.getText(), analyzed.settings, start, end);
    });
    answer(session, 'xlcfg/explainErrors', { markdown: '', place: null }, async ({ log, uri }, token) => {
      const analyzed = uri === undefined ? undefined : await session.analyze(uri, token);
      const explained = session.service.explainErrors(log, analyzed?.analysis);
      const markdown = session.service.errorPage(explained, analyzed?.analysis);
      const range = explained.messages[0]?.causes.find((cause) => cause.range !== undefined)?.range;
      const place = range === undefined || analyzed === undefined ? null : analyzed.document.positionAt(range.start);
      return { markdown, place };
    });
  },
};
