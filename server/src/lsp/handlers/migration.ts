/** Whether domains can move: a code lens on the name, and `xlcfg/migration` for the report of one config or of all. */
import type { Handler } from '../handler';
import { message } from '../../text/message';
import type { CancellationToken, CodeLens } from 'vscode-languageserver';
import type { MigrationItem, MigrationReply } from '../../../../protocol/requests';
import { answer } from '../answer';
import { LineIndex } from '../../text/line-index';
import { type Analysis, describesDomain, type LocatedReport, NO_FACTS } from '../../language-service';
import { toRange } from '../convert/from-service';
import { stopIfCancelled } from '../cancellation';
import { pathNameOf } from '../file-name';
import type { Session } from '../session';
import { guard } from '../guard';

const NOTHING: MigrationReply = { items: [], markdown: '' };

export const handler: Handler = {
  capabilities: { codeLensProvider: {} },
  listen(session) {
    session.connection.onCodeLens(({ textDocument }, token) =>
      guard<CodeLens[]>(session, 'code lenses', [], token, () => listLenses(session, textDocument.uri, token)),
    );
    answer(session, 'xlcfg/migration', NOTHING, async ({ uri }, token) => toReply(session, await collect(session, uri, token)));
  },
};

async function listLenses(session: Session, uri: string, token: CancellationToken): Promise<CodeLens[]> {
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined || !analyzed.settings.showsMigrationLens || !describesDomain(analyzed.analysis.model)) return [];
  const { summary, place, verdict } = session.service.reportMigration(analyzed.analysis);
  if (place === undefined || verdict === 'unknown') return [];
  const title = session.service.say(message('Migration: {summary}', { summary }));
  return [{ range: toRange(analyzed.document, place), command: { title, command: 'xlcfg.showMigrationReport', arguments: [uri] } }];
}

async function collect(session: Session, uri: string | undefined, token: CancellationToken): Promise<readonly LocatedReport[]> {
  if (uri !== undefined) {
    const analyzed = await session.analyze(uri, token);
    return analyzed === undefined ? [] : [locate(session, uri, analyzed.document.getText(), analyzed.analysis)];
  }
  const reports: LocatedReport[] = [];
  for (const { uri: each, text } of await session.workspaceFiles.readConfigs()) {
    stopIfCancelled(token);
    const analysis = session.service.analyze(text, await session.settings.for(each), NO_FACTS);
    reports.push(locate(session, each, text, analysis));
  }
  return reports;
}

function locate(session: Session, uri: string, text: string, analysis: Analysis): LocatedReport {
  return { path: uri, text, ...session.service.reportMigration(analysis) };
}

function toReply(session: Session, reports: readonly LocatedReport[]): MigrationReply {
  const items = reports.map(({ path, text, name, verdict, summary, isMeantToStay, reasons }): MigrationItem => {
    const lines = new LineIndex(text);
    return {
      uri: path,
      name,
      verdict,
      summary,
      isMeantToStay,
      reasons: reasons.map(({ ruleId, strength, message, advice, evidence, range }) => ({
        ...{ ruleId, strength, message, advice, evidence },
        ...lines.lineRange(range).start,
      })),
    };
  });
  return { items, markdown: session.service.migrationPage(reports.map((report) => ({ ...report, path: pathNameOf(report.path) }))) };
}
