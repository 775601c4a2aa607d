/** Requests of our own, for clients that show what the server knows: `xlcfg/detect` and `xlcfg/target`. */
import { RequestType } from 'vscode-languageserver';
import { type Detection, XEN_VERSIONS } from '../../language-service';
import type { TargetSource } from '../document-settings';
import type { Session } from '../session';
import { guard } from './guard';

/** Is this text, of unknown language, a domain config? */
export const DETECT = new RequestType<{ readonly text: string }, Detection, void>('xlcfg/detect');

export interface TargetReply {
  readonly xen: string;
  readonly arch: string;
  readonly source: TargetSource;
  /** All versions that can be chosen, newest first. */
  readonly versions: readonly string[];
}

/** For which Xen is this document judged, and who says so? */
export const TARGET = new RequestType<{ readonly uri: string }, TargetReply | null, void>('xlcfg/target');

export function handleCustomRequests(session: Session): void {
  session.connection.onRequest(DETECT, ({ text }, token) =>
    guard<Detection>(session, 'detection', 'other', token, async () => session.service.detect(text)),
  );
  session.connection.onRequest(TARGET, ({ uri }, token) =>
    guard<TargetReply | null>(session, 'target', null, token, () => findTarget(session, uri)),
  );
}

async function findTarget(session: Session, uri: string): Promise<TargetReply | null> {
  const analyzed = await session.analyze(uri);
  if (analyzed === undefined) return null;
  const { source } = await session.settings.for(uri);
  const { target, directives } = analyzed.analysis.model;
  const isSaidInFile = directives.words.some(({ key }) => key === 'xen' || key === 'arch');
  return { ...target, source: isSaidInFile ? 'comment' : source, versions: [...XEN_VERSIONS].reverse() };
}
