/** Asks for which Xen a config is written, and writes that where the person wants it. */
import {
  ConfigurationTarget,
  l10n,
  type Memento,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { TargetChange, TargetReply } from '../../protocol/requests';
import { findActiveConfig } from './active-config';
import type { LanguageServer } from './language-server';
import { ARCHITECTURE_NAMES } from './target-names';

type Change = Omit<TargetChange, 'uri' | 'place'>;

/** What to change: the release, and the architecture and the place only where that is asked for. */
interface Answer extends QuickPickItem {
  readonly xen?: string;
  readonly asks?: 'arch' | 'place';
}

/** Where it was written the last time. */
const PLACE_KEY = 'xlcfg.targetPlace';

export async function selectTarget(server: LanguageServer, memory: Memento): Promise<void> {
  const document = await findActiveConfig();
  const target = document === undefined ? null : await server.ask('xlcfg/target', { uri: document.uri.toString() });
  if (document === undefined || target === null) return;
  const places = listPlaces(server, document, target);
  const [only] = places;
  const usual = places.length === 1 ? only : places.find(({ id }) => id === memory.get<string>(PLACE_KEY));
  const choice = await askChange(target, places.length === 1 ? undefined : usual);
  if (choice === undefined) return;
  const place = choice.isElsewhere || usual === undefined ? await askPlace(places) : usual;
  if (place === undefined) return;
  if (places.length > 1) await memory.update(PLACE_KEY, place.id);
  await place.write(choice.change);
}

async function askChange(
  target: TargetReply,
  place: Place | undefined,
): Promise<{ readonly change: Change; readonly isElsewhere: boolean } | undefined> {
  const title = l10n.t('Xen version that the config is written for');
  const answer = await window.showQuickPick(listAnswers(target, place), { title });
  if (answer === undefined) return undefined;
  const change = answer.asks === 'arch' ? await askArchitecture(target) : await askRelease(answer, target);
  return change === undefined ? undefined : { change, isElsewhere: answer.asks === 'place' };
}

function listAnswers({ versions, xen, arch }: TargetReply, place: Place | undefined): readonly Answer[] {
  const releases = listReleases(versions, xen);
  const architecture = l10n.t('Architecture: {0}…', ARCHITECTURE_NAMES[arch] ?? arch);
  const more: readonly Answer[] = [
    { label: '', kind: QuickPickItemKind.Separator },
    { label: architecture, description: l10n.t('another one'), asks: 'arch' },
    ...(place === undefined
      ? []
      : [{ label: l10n.t('Keep It Elsewhere…'), description: l10n.t('now: {0}', place.label), asks: 'place' } as const]),
  ];
  return [...releases, ...more];
}

function listReleases(versions: readonly string[], current: string): readonly Answer[] {
  return versions.map((version) => ({ label: version, description: version === current ? l10n.t('current') : '', xen: version }));
}

/** The release that was chosen, or that is asked for because the place is to be another one. */
async function askRelease({ xen }: Answer, target: TargetReply): Promise<Change | undefined> {
  if (xen !== undefined) return { xen };
  const title = l10n.t('Xen version that the config is written for');
  const answer = await window.showQuickPick(listReleases(target.versions, target.xen), { title });
  return answer === undefined ? undefined : { xen: answer.label };
}

async function askArchitecture({ arch }: TargetReply): Promise<Change | undefined> {
  const answers = Object.entries(ARCHITECTURE_NAMES).map(([id, label]) => ({
    id,
    label,
    description: id === arch ? l10n.t('current') : '',
  }));
  const answer = await window.showQuickPick(answers, { title: l10n.t('Architecture of the host') });
  return answer === undefined ? undefined : { arch: answer.id };
}

interface Place extends QuickPickItem {
  readonly id: string;
  readonly write: (change: Change) => Promise<void>;
}

function askPlace(places: readonly Place[]): Thenable<Place | undefined> {
  return window.showQuickPick(places, { title: l10n.t('Where to keep it') });
}

function listPlaces(server: LanguageServer, document: TextDocument, { source }: TargetReply): readonly Place[] {
  const uri = document.uri.toString();
  const inFile: Place = {
    id: 'file',
    label: l10n.t('This file'),
    description: l10n.t('a comment at the top'),
    write: async (change) => {
      await server.ask('xlcfg/setTarget', { uri, ...change });
    },
  };
  // What the file says wins over all other places.
  if (source === 'comment') return [inFile];
  const inSettings =
    (target: ConfigurationTarget) =>
    async ({ xen, arch }: Change) => {
      const section = workspace.getConfiguration('xlcfg', document);
      if (xen !== undefined) await section.update('xenVersion', xen, target);
      if (arch !== undefined) await section.update('architecture', arch, target);
    };
  const ofWorkspace: readonly Place[] = [
    {
      id: 'project',
      label: l10n.t('The project'),
      description: '.xlcfg.json',
      write: async (change) => {
        const isWritten = await server.ask('xlcfg/setTarget', { uri, ...change, place: 'project' });
        if (isWritten) await saveProjectFiles();
        else void window.showWarningMessage(l10n.t('.xlcfg.json cannot be changed.'));
      },
    },
    {
      id: 'workspace',
      label: l10n.t('This workspace'),
      description: l10n.t('its settings'),
      write: inSettings(ConfigurationTarget.Workspace),
    },
  ];
  const isInWorkspace = workspace.getWorkspaceFolder(document.uri) !== undefined;
  const everywhere: Place = {
    id: 'user',
    label: l10n.t('Everywhere'),
    description: l10n.t('the user settings'),
    write: inSettings(ConfigurationTarget.Global),
  };
  return [inFile, ...(isInWorkspace ? ofWorkspace : []), everywhere];
}

/** The server reads them from the disk. */
async function saveProjectFiles(): Promise<void> {
  const changed = workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uri.path.endsWith('/.xlcfg.json'));
  await Promise.all(changed.map((each) => each.save()));
}
