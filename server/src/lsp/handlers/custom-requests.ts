/** Requests of our own, for clients that show what the server knows. */
import type { Handler } from '../handler';
import type { CancellationToken } from 'vscode-languageserver';
import type { TargetReply } from '../../../../protocol/requests';
import { DEFAULT_TARGET, OFFERED_VERSIONS, parseArchitecture, parseXenVersion } from '../../language-service';
import { answer } from '../answer';
import { toEdits } from '../convert/from-service';
import { fileNameOf } from '../file-name';
import type { Session } from '../session';

export const handler: Handler = {
  listen(session) {
    answer(session, 'xlcfg/detect', 'other', async ({ text }) => session.service.detect(text));
    answer(session, 'xlcfg/target', null, ({ uri }, token) => findTarget(session, uri, token));
    answer(session, 'xlcfg/setTarget', false, async ({ uri, xen, arch }, token) => {
      const analyzed = await session.analyze(uri, token);
      const target = { xen: parseXenVersion(xen), arch: parseArchitecture(arch) };
      if (analyzed === undefined || target.xen === undefined || target.arch === undefined) return false;
      const edits = toEdits(analyzed.document, session.service.stateTarget(analyzed.analysis, { xen: target.xen, arch: target.arch }));
      const { applied } = await session.connection.workspace.applyEdit({ changes: { [uri]: edits } });
      return applied;
    });
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

async function findTarget(session: Session, uri: string, token: CancellationToken): Promise<TargetReply | null> {
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return null;
  const { source } = analyzed.settings;
  const { target, directives, archSetting } = analyzed.analysis.model;
  const isSaidInFile = directives.words.some(({ key }) => key === 'xen' || key === 'arch');
  const inferred = archSetting === undefined ? {} : { archOption: archSetting.name };
  return { ...target, ...inferred, source: isSaidInFile ? 'comment' : source, versions: OFFERED_VERSIONS };
}
