/**
 * What the host says of a document: `xlcfg/explainRun` and `xlcfg/compareRunning`. Editors run xl, which people choose in their
 * settings; the server serves all editors and starts no programs.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Handler } from '../handler';
import type { RunProblem, RunReply } from '../../../../protocol/requests';
import type { ExplainedError } from '../../language-service';
import { answer } from '../answer';
import { toRange } from '../convert/from-service';
import type { AnalyzedDocument, Session } from '../session';

export const handler: Handler = {
  listen(session) {
    answer(session, 'xlcfg/explainRun', null, async ({ uri, log }, token) => {
      const analyzed = await session.analyze(uri, token);
      return analyzed === undefined ? null : explainRun(session, analyzed, log);
    });
    answer(session, 'xlcfg/compareRunning', null, async ({ uri, listed }, token) => {
      const analyzed = await session.analyze(uri, token);
      if (analyzed === undefined) return null;
      const { service } = session;
      const comparison = service.compareRunning(analyzed.analysis, listed);
      const isSame = comparison.kind === 'compared' && comparison.differences.length === 0;
      const outcome = comparison.kind !== 'compared' ? 'not-compared' : isSame ? 'same' : 'different';
      return { markdown: service.comparisonPage(comparison), summary: service.summarizeComparison(comparison), outcome };
    });
  },
};

function explainRun({ service }: Session, { analysis, document }: AnalyzedDocument, log: string): RunReply {
  const explained = service.explainErrors(log, analysis);
  return { markdown: service.errorPage(explained, analysis), problems: explained.messages.flatMap((each) => toProblem(document, each)) };
}

/** A warning without a place in the text is about the host. */
function toProblem(document: TextDocument, { message, meaning, isWarning, causes }: ExplainedError): readonly RunProblem[] {
  const found = causes.find(({ range }) => range !== undefined)?.range;
  if (found === undefined && isWarning) return [];
  return [{ message: `${message}\n${meaning}`, isWarning, ...toRange(document, found ?? { start: 0, end: 0 }) }];
}
