/** `xlcfg/newDomain` asks for a new domain question by question; `xlcfg/checkAnswers` judges answers while they are typed. */
import type { CancellationToken } from 'vscode-languageserver';
import type { NewDomainReply, Requests } from '../../../../protocol/requests';
import { type Answers, type ImageReport, type KnownThings, QUESTION_NAMES, type ThingId } from '../../language-service';
import { answer } from '../answer';
import { stopIfCancelled } from '../cancellation';
import type { ResolvedSettings } from '../document-settings';
import { pathNameOf } from '../file-name';
import type { Handler } from '../handler';
import type { Session } from '../session';

const NOTHING: NewDomainReply = { question: null, total: 0, text: '', name: '', complaints: [] };
/** Where distributions put the kernels of a host. */
const BOOT_FOLDER = '/boot';
/** So many images of a folder are looked into. */
const MAX_IMAGES = 8;

export const handler: Handler = {
  listen(session) {
    answer(session, 'xlcfg/newDomain', NOTHING, (params, token) => findNext(session, params, token));
    answer(session, 'xlcfg/checkAnswers', [], async ({ uri, answers }) => {
      const { target } = await session.settings.for(uri);
      return session.service.newDomain(readAnswers(answers), target).problems;
    });
  },
};

/** Only texts, and only for questions that there are. */
function readAnswers(given: unknown): Answers {
  const values = new Map<string, unknown>(typeof given === 'object' && given !== null ? Object.entries(given) : []);
  return Object.fromEntries(
    QUESTION_NAMES.flatMap((name) => {
      const value = values.get(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

async function findNext(
  session: Session,
  { uri, answers: given, asked }: Requests['xlcfg/newDomain']['params'],
  token: CancellationToken,
): Promise<NewDomainReply> {
  const settings = await session.settings.for(uri);
  const answers = readAnswers(given);
  const known: KnownThings = { bridges: [], driverDomains: [], images: [], isReleaseOpen: settings.source === 'default' };
  const make = (things: KnownThings): ReturnType<typeof session.service.newDomain> =>
    session.service.newDomain(answers, settings.target, things);
  const first = make(known);
  const isNext = ({ name }: { readonly name: string }): boolean => !asked.includes(name);
  const next = first.questions.find(isNext)?.name;
  stopIfCancelled(token);
  // Large kernels take a moment, in which a person reads the first questions; what was looked into is remembered.
  if (asked.length === 0 && next !== 'kernel') listImages(session, uri, settings).catch(() => undefined);
  // What is there to choose from takes a look at files, and only where it is chosen.
  const { questions, text, problems, name } =
    next === 'kernel'
      ? make({ ...known, images: await listImages(session, uri, settings, token) })
      : next === 'bridge'
        ? make({ ...known, ...(await listNetworks(session)) })
        : first;
  return { question: questions.find(isNext) ?? null, total: questions.length, text, name, complaints: problems };
}

async function listNetworks(session: Session): Promise<Pick<KnownThings, 'bridges' | 'driverDomains'>> {
  const values = await session.workspaceFiles.sharedValues();
  const sorted = (kind: ThingId['kind']): readonly string[] => [...(values.get(kind) ?? [])].sort();
  return { bridges: sorted('bridge'), driverDomains: sorted('domain') };
}

/** The kernels where a project says that those of the host lie, of this machine, and beside the config. */
async function listImages(
  session: Session,
  uri: string,
  { roots, checksFiles }: ResolvedSettings,
  token?: CancellationToken,
): Promise<KnownThings['images']> {
  if (!checksFiles) return [];
  const host = session.files.hostFor(roots);
  const own = uri.startsWith('file:') ? [pathNameOf(uri)] : [];
  // The host lists what lies beside a path, whether that is there or not.
  const places = [...new Set([...Object.keys(roots), BOOT_FOLDER])].map((folder) => `${folder.replace(/\/$/, '')}/-`);
  const images: { readonly path: string; readonly report: ImageReport }[] = [];
  for (const place of [...places, ...own]) {
    stopIfCancelled(token);
    const paths = (await host.listBeside(place)).slice(0, MAX_IMAGES);
    const looked = await Promise.all(paths.map((path) => host.inspect(path)));
    for (const [index, path] of paths.entries()) {
      const each = looked[index];
      if (each?.state === 'image' && !images.some((known) => known.path === path)) images.push({ path, report: each.report });
    }
  }
  return images;
}
