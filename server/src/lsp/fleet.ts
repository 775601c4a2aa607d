/** The domains of the workspace, with the hosts that they may run on. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis, FleetHost, FleetMember, LanguageService } from '../language-service';
import { NO_FACTS } from '../language-service';
import { FleetHosts } from '../project/fleet-hosts';
import { LineIndex } from '../text/line-index';
import { stopIfCancelled } from './cancellation';
import { fileKeyOf } from './file-name';
import type { ResolvedSettings } from './document-settings';
import type { Session } from './session';

/** A config of the workspace. */
export interface FleetConfig {
  readonly uri: string;
  readonly lines: LineIndex;
  /** Undefined where xl refuses it. */
  readonly member: FleetMember | undefined;
  readonly problems: FleetMember['problems'];
  readonly places: readonly string[];
}

export interface Fleet {
  readonly configs: readonly FleetConfig[];
  readonly hosts: readonly FleetHost[];
}

/** What was made of a config under settings that were the same object. */
interface JudgedConfig {
  readonly text: string;
  readonly settings: ResolvedSettings;
  /** Undefined for a text that is no config, but a part of one, a template or a program. */
  readonly judged: (Pick<FleetConfig, 'lines' | 'problems'> & { readonly domain: FleetMember['domain'] | undefined }) | undefined;
}

/** Milliseconds of work after which others have their turn. */
const TURN = 20;

/** Keeps what was made of each config, because a change most often is one of a single file. */
export class FleetReader {
  private readonly session: Session;
  private known = new Map<string, JudgedConfig>();
  private reading: Promise<Fleet> | undefined;

  constructor(session: Session) {
    this.session = session;
  }

  /** As it is now: open documents as they are edited, others as they are on disk. Several who ask share a look. */
  async read(token: CancellationToken): Promise<Fleet> {
    this.reading ??= this.readAll().finally(() => {
      this.reading = undefined;
    });
    const fleet = await this.reading;
    stopIfCancelled(token);
    return fleet;
  }

  private async readAll(): Promise<Fleet> {
    const { workspaceFiles, documents, settings } = this.session;
    const open = new Map(documents.all().map((document) => [fileKeyOf(document.uri), document]));
    const hosts = new FleetHosts();
    const configs: FleetConfig[] = [];
    const known = new Map<string, JudgedConfig>();
    let turn = Date.now();
    for (const { uri, text } of await workspaceFiles.readConfigs()) {
      const document = open.get(fileKeyOf(uri));
      const config = await this.judge(document?.uri ?? uri, document?.getText() ?? text, document !== undefined);
      known.set(uri, config);
      if (Date.now() - turn > TURN) {
        await new Promise(setImmediate);
        turn = Date.now();
      }
      if (config.judged === undefined) continue;
      const project = await settings.projectOf(uri);
      const places = project === undefined ? [] : hosts.of(project.file, project.project, project.relativePath);
      const { domain, ...judged } = config.judged;
      const member = domain === undefined ? undefined : { file: uri, domain, problems: judged.problems, places };
      configs.push({ ...judged, uri, member, places });
    }
    this.known = known;
    return { configs, hosts: hosts.all };
  }

  private async judge(uri: string, text: string, isOpen: boolean): Promise<JudgedConfig> {
    const { service, settings: store } = this.session;
    const analyzed = isOpen ? await this.session.analyze(uri) : undefined;
    if (analyzed !== undefined) return { text, settings: analyzed.settings, judged: toJudged(service, text, analyzed.analysis) };
    const settings = await store.for(uri);
    const known = this.known.get(uri);
    if (known?.text === text && known.settings === settings) return known;
    return { text, settings, judged: toJudged(service, text, service.analyze(text, settings, NO_FACTS)) };
  }
}

function toJudged(service: LanguageService, text: string, analysis: Analysis): JudgedConfig['judged'] {
  const { model, counts } = analysis;
  if (model.fileKind !== 'config' || model.isFragment) return undefined;
  return {
    lines: new LineIndex(text),
    problems: { errors: counts.error, warnings: counts.warning },
    domain: service.fleetDomain(analysis),
  };
}
