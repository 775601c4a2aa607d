/** The domains of the workspace, with the hosts that they may run on. */
import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis, FleetHost, FleetMember, LanguageService } from '../language-service';
import { describesDomain, NO_FACTS } from '../language-service';
import { FleetHosts } from '../project/fleet-hosts';
import { LineIndex } from '../text/line-index';
import { stopIfCancelled } from './cancellation';
import { fileKeyOf } from './file-name';
import type { ResolvedSettings } from './document-settings';
import type { Session } from './session';
import type { ListedFile } from './workspace-files';

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

/** What was made of a file. */
type Judged = (Pick<FleetConfig, 'lines' | 'problems'> & { readonly domain: FleetMember['domain'] | undefined }) | undefined;

interface JudgedFile {
  /** Of the file on disk. */
  readonly version: string;
  /** The same object as long as nothing in them can have changed. */
  readonly settings: ResolvedSettings;
  /** Undefined for a text that is no config, but a part of one, a template or a program. */
  readonly judged: Judged;
}

/** Milliseconds of work after which others have their turn. */
const TURN = 20;

/** Keeps what was made of each file on disk, so that only those are read again that were written to. */
export class FleetReader {
  private readonly session: Session;
  private known: ReadonlyMap<string, JudgedFile> = new Map();
  private reading: Promise<Fleet> | undefined;

  constructor(session: Session) {
    this.session = session;
  }

  /** As it is now: open documents as they are edited, others as they are on disk. Several who ask share a look. */
  async read(token: CancellationToken): Promise<Fleet> {
    const reading = this.reading ?? this.readAll();
    this.reading = reading;
    try {
      const fleet = await reading;
      stopIfCancelled(token);
      return fleet;
    } finally {
      if (this.reading === reading) this.reading = undefined;
    }
  }

  /** Something changed: a look that is under way may have missed it. */
  changed(): void {
    this.reading = undefined;
  }

  private async readAll(): Promise<Fleet> {
    const { workspaceFiles, documents } = this.session;
    const open = new Map(documents.all().map(({ uri }) => [fileKeyOf(uri), uri]));
    const hosts = new FleetHosts();
    const configs: FleetConfig[] = [];
    const known = new Map<string, JudgedFile>();
    let turn = Date.now();
    for (const file of await workspaceFiles.listFiles()) {
      const { uri } = file;
      const document = open.get(fileKeyOf(uri));
      const kept = document === undefined ? await this.judgeFile(file) : undefined;
      if (kept !== undefined) known.set(uri, kept);
      const judged = document === undefined ? kept?.judged : await this.judgeDocument(document);
      if (Date.now() - turn > TURN) {
        await new Promise(setImmediate);
        turn = Date.now();
      }
      if (judged !== undefined) configs.push(await this.place(uri, judged, hosts));
    }
    this.known = known;
    return { configs, hosts: hosts.all };
  }

  private async place(uri: string, { domain, ...judged }: NonNullable<Judged>, hosts: FleetHosts): Promise<FleetConfig> {
    const found = await this.session.settings.projectOf(uri);
    const places = found === undefined ? [] : hosts.of(found.file, found.project, found.relativePath);
    const member = domain === undefined ? undefined : { file: uri, domain, problems: judged.problems, places };
    return { ...judged, uri, member, places };
  }

  private async judgeFile({ uri, version }: ListedFile): Promise<JudgedFile> {
    const { service, settings: store, workspaceFiles } = this.session;
    const settings = await store.for(uri);
    const known = this.known.get(uri);
    if (known?.version === version && known.settings === settings) return known;
    const text = await workspaceFiles.readConfig(uri);
    return {
      version,
      settings,
      judged: text === undefined ? undefined : toJudged(service, text, service.analyze(text, settings, NO_FACTS)),
    };
  }

  private async judgeDocument(uri: string): Promise<Judged> {
    const analyzed = await this.session.analyze(uri);
    return analyzed === undefined ? undefined : toJudged(this.session.service, analyzed.document.getText(), analyzed.analysis);
  }
}

function toJudged(service: LanguageService, text: string, analysis: Analysis): Judged {
  const { model, counts } = analysis;
  if (!describesDomain(model) || model.isFragment) return undefined;
  return {
    lines: new LineIndex(text),
    problems: { errors: counts.error, warnings: counts.warning },
    domain: service.fleetDomain(analysis),
  };
}
