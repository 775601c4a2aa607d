/** Requests of our own, for clients that show what the server knows: `xlcfg/detect`, `xlcfg/target` and `xlcfg/inspectImage`. */
import { type CancellationToken, RequestType } from 'vscode-languageserver';
import { DEFAULT_TARGET, type Detection, OFFERED_VERSIONS } from '../../language-service';
import type { TargetSource } from '../document-settings';
import { fileNameOf } from '../file-name';
import type { Session } from '../session';
import { guard } from './guard';

/** Is this text, of unknown language, a domain config? */
export const DETECT = new RequestType<{ readonly text: string }, Detection, void>('xlcfg/detect');

export interface TargetReply {
  readonly xen: string;
  readonly arch: string;
  readonly source: TargetSource;
  /** All versions that can be chosen. */
  readonly versions: readonly string[];
}

/** For which Xen is this document judged, and who says so? */
export const TARGET = new RequestType<{ readonly uri: string }, TargetReply | null, void>('xlcfg/target');

/** What is this file as a kernel image? A page in Markdown, judged for the target of a document where one is given. */
export const INSPECT_IMAGE = new RequestType<{ readonly file: string; readonly uri?: string }, string | null, void>('xlcfg/inspectImage');

export function handleCustomRequests(session: Session): void {
  session.connection.onRequest(DETECT, ({ text }, token) =>
    guard<Detection>(session, 'detection', 'other', token, async () => session.service.detect(text)),
  );
  session.connection.onRequest(TARGET, ({ uri }, token) =>
    guard<TargetReply | null>(session, 'target', null, token, () => findTarget(session, uri, token)),
  );
  session.connection.onRequest(INSPECT_IMAGE, ({ file, uri }, token) =>
    guard<string | null>(session, 'image', null, token, async () => {
      const report = await session.files.inspect(file);
      const analyzed = uri === undefined ? undefined : await session.analyze(uri, token);
      return report === undefined
        ? null
        : session.service.describeImage(fileNameOf(file), report, analyzed?.analysis.model.target ?? DEFAULT_TARGET);
    }),
  );
}

async function findTarget(session: Session, uri: string, token: CancellationToken): Promise<TargetReply | null> {
  const analyzed = await session.analyze(uri, token);
  if (analyzed === undefined) return null;
  const { source } = analyzed.settings;
  const { target, directives } = analyzed.analysis.model;
  const isSaidInFile = directives.words.some(({ key }) => key === 'xen' || key === 'arch');
  return { ...target, source: isSaidInFile ? 'comment' : source, versions: OFFERED_VERSIONS };
}
