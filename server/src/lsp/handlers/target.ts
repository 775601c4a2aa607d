/** For which Xen a document is judged, and where that is written: `xlcfg/target` and `xlcfg/setTarget`. */
import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import type { Requests, TargetReply } from '../../../../protocol/requests';
import { OFFERED_VERSIONS, parseArchitecture, parseXenVersion, type Target } from '../../language-service';
import { setInProject } from '../../project/change-project';
import { answer } from '../answer';
import { toEdits } from '../convert/from-service';
import { editProject } from '../edit-project';
import type { Handler } from '../handler';
import type { AnalyzedDocument, Session } from '../session';

export const handler: Handler = {
  listen(session) {
    answer(session, 'xlcfg/target', null, ({ uri }, token) => findTarget(session, uri, token));
    answer(session, 'xlcfg/setTarget', false, async ({ uri, place, ...wanted }, token) => {
      const analyzed = await session.analyze(uri, token);
      const target = readTarget(wanted);
      if (analyzed === undefined || target === undefined) return false;
      const edit = place === 'project' ? await editOfProject(session, uri, target) : editOfFile(session, analyzed, target);
      if (edit === undefined) return false;
      const { applied } = await session.connection.workspace.applyEdit(edit);
      return applied;
    });
  },
};

async function findTarget(session: Session, uri: string, token: CancellationToken): Promise<TargetReply | null> {
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return null;
  const { source } = analyzed.settings;
  const { target, directives, archSetting, kind } = analyzed.analysis.model;
  const isSaidInFile = directives.words.some(({ key }) => key === 'xen' || key === 'arch');
  const inferred = archSetting === undefined ? {} : { archOption: archSetting.name };
  return { ...target, ...inferred, file: kind, source: isSaidInFile ? 'comment' : source, versions: OFFERED_VERSIONS };
}

/** What is to change; undefined where that is nothing, or none that there is. */
function readTarget({ xen, arch }: Pick<Requests['xlcfg/setTarget']['params'], 'xen' | 'arch'>): Partial<Target> | undefined {
  const [version, architecture] = [parseXenVersion(xen ?? ''), parseArchitecture(arch ?? '')];
  if ((xen !== undefined && version === undefined) || (arch !== undefined && architecture === undefined)) return undefined;
  return { ...(version === undefined ? {} : { xen: version }), ...(architecture === undefined ? {} : { arch: architecture }) };
}

function editOfFile({ service }: Session, { document, analysis }: AnalyzedDocument, target: Partial<Target>): WorkspaceEdit {
  return { changes: { [document.uri]: toEdits(document, service.stateTarget(analysis, target)) } };
}

/** Nothing where there is no folder for the file, where it is broken, or where the editor makes no files. */
async function editOfProject({ settings, abilities }: Session, uri: string, target: Partial<Target>): Promise<WorkspaceEdit | undefined> {
  const project = await settings.findProject(uri);
  if (project === undefined || (project.text === undefined && !abilities.createsFiles)) return undefined;
  const text = setInProject(project.text, target);
  return text === undefined ? undefined : editProject(project, text);
}
