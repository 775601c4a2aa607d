/** What the client and the server say to each other beyond the language server protocol. Types only, for both sides. */
import type { Detection, OtherFile } from '../recognition/recognize';

/** What is asked, and what is answered. */
interface Exchange<Params, Result> {
  readonly params: Params;
  readonly result: Result;
}

/** Our own requests, by their method. */
export interface Requests {
  /** Is this text, of unknown language, a domain config? */
  'xlcfg/detect': Exchange<{ readonly text: string }, Detection>;
  /** For which Xen is this document judged, and who says so? */
  'xlcfg/target': Exchange<{ readonly uri: string }, TargetReply | null>;
  /** Says for which Xen a document is written, in it or in its project file; whether the editor took the change. */
  'xlcfg/setTarget': Exchange<TargetChange, boolean>;
  /** What is this file as a kernel image? A page in Markdown, judged for the target of a document where one is given. */
  'xlcfg/inspectImage': Exchange<{ readonly file: string; readonly uri?: string }, string | null>;
  /** What does another release of Xen change for a document? A page in Markdown. */
  'xlcfg/upgrade': Exchange<{ readonly uri: string; readonly from: string; readonly to: string }, string | null>;
  /** What do these messages of Xen's programs mean, and where does a document cause them? */
  'xlcfg/explainErrors': Exchange<{ readonly log: string; readonly uri?: string }, ErrorReply>;
  /** What can this text be in a document, in the place of a range? Nothing where it is to be pasted as it is. */
  'xlcfg/paste': Exchange<{ readonly uri: string; readonly range: PlainRange; readonly text: string }, PasteReply | null>;
  /** What is next to ask for a new domain, and its config so far. `uri` is where the config may come to lie. */
  'xlcfg/newDomain': Exchange<NewDomainParams & { readonly asked: readonly string[] }, NewDomainReply>;
  /** What is wrong with answers for a new domain? */
  'xlcfg/checkAnswers': Exchange<NewDomainParams, readonly AnswerComplaint[]>;
  /** What domain does xl make of a document? */
  'xlcfg/explain': Exchange<{ readonly uri: string }, ExplainReply | null>;
  /** What does a program of Xen say of a document, and where? Nothing in it is an instruction. */
  'xlcfg/explainRun': Exchange<{ readonly uri: string; readonly log: string }, RunReply | null>;
  /** What differs between a document and the running domain, of which `xl list -l` printed this? */
  'xlcfg/compareRunning': Exchange<{ readonly uri: string; readonly listed: string }, ComparisonReply | null>;
  /** The report for one document, or for all configs of the workspace where none is given. */
  'xlcfg/migration': Exchange<{ readonly uri?: string }, MigrationReply>;
  /** Which domains are there in the workspace, and on which hosts may they run? */
  'xlcfg/domains': Exchange<Record<string, never>, DomainsReply>;
  /** What hangs together among them, as a picture? */
  'xlcfg/topology': Exchange<TopologyParams, TopologyReply>;
  /** The same as a text for other programs. */
  'xlcfg/writeTopology': Exchange<TopologyParams & { readonly format: 'svg' | 'dot' | 'mermaid' }, string>;
  /** How can this host be emptied? A page in Markdown; the host is one of those of `xlcfg/domains`, by its id. */
  'xlcfg/evacuation': Exchange<{ readonly host: string }, string | null>;
}

/** Our own notifications of the client. */
export interface Notifications {
  /** The person trusts the workspace from now on. */
  'xlcfg/trusted': undefined;
}

/** Our own notifications of the server. */
export interface ServerNotifications {
  /** The domains of the workspace may be others than before. */
  'xlcfg/domainsChanged': undefined;
}

/** What a client says of itself at the start that the protocol has no word for. */
export interface InitializationOptions {
  /** Knows VS Code's command that opens the list of completions. */
  readonly suggestAgain?: boolean;
  /** Knows our command that opens the page of a rule. */
  readonly rulePages?: boolean;
  /** Whether the person trusts the workspace; editors that do not speak of it are trusted. */
  readonly isTrusted?: boolean;
}

export interface TargetChange {
  readonly uri: string;
  /** What stays as it is is left out. */
  readonly xen?: string;
  readonly arch?: string;
  readonly place?: 'file' | 'project';
}

export interface TargetReply {
  readonly xen: string;
  readonly arch: string;
  readonly source: 'comment' | 'project' | 'setting' | 'default';
  /** The option from which the architecture follows, where nobody says it. */
  readonly archOption?: string;
  /** What kind of file of xl it is. */
  readonly file: 'domain' | OtherFile;
  /** All versions that can be chosen. */
  readonly versions: readonly string[];
}

/** A place in a document, counted from 0. */
interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

export interface PasteReply {
  readonly title: string;
  /** In the place of what is pasted. */
  readonly edits: readonly { readonly range: PlainRange; readonly newText: string }[];
}

export interface ErrorReply {
  /** A page in Markdown. */
  readonly markdown: string;
  /** The place in the document that causes the first message, counted from 0, where one is known. */
  readonly place: { readonly line: number; readonly character: number } | null;
}

/** By question; what the server gives back of a choice is handed on as it is. */
export type DomainAnswers = Readonly<Record<string, string>>;

export interface NewDomainParams {
  readonly uri: string;
  readonly answers: DomainAnswers;
}

export interface NewDomainReply {
  /** Nothing where all is asked. */
  readonly question: DomainQuestion | null;
  /** How many questions there are. */
  readonly total: number;
  /** The config. */
  readonly text: string;
  /** The name of the domain. */
  readonly name: string;
  readonly complaints: readonly AnswerComplaint[];
}

export interface DomainQuestion {
  readonly name: string;
  readonly title: string;
  /** What can be written. */
  readonly prompt: string;
  /** What holds where nobody says anything else. */
  readonly value: string;
  /** None where a text is asked for. */
  readonly choices: readonly { readonly label: string; readonly description: string; readonly answers: DomainAnswers }[];
  /** A text can be written in place of a choice. */
  readonly isOpen: boolean;
}

export interface AnswerComplaint {
  readonly question: string;
  readonly message: string;
  /** Otherwise it is only worth knowing. */
  readonly isError: boolean;
}

export interface ExplainReply {
  /** A page in Markdown. */
  readonly markdown: string;
  /** Of the domain, where the document says it. */
  readonly name: string | undefined;
}

export interface RunReply {
  /** A page in Markdown. */
  readonly markdown: string;
  readonly problems: readonly RunProblem[];
}

export interface RunProblem {
  /** As the program says it, and what that means. */
  readonly message: string;
  readonly isWarning: boolean;
  /** The place in the document that causes it, counted from 0; the first line where none is known. */
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ComparisonReply {
  /** A page in Markdown. */
  readonly markdown: string;
  /** The outcome in one sentence. */
  readonly summary: string;
  readonly outcome: 'same' | 'different' | 'not-compared';
}

export interface MigrationReply {
  readonly items: readonly MigrationItem[];
  /** The same as one page of Markdown. */
  readonly markdown: string;
}

export interface MigrationItem {
  readonly uri: string;
  /** Of the domain, where the config says it. */
  readonly name: string | undefined;
  readonly verdict: 'movable' | 'conditional' | 'tied' | 'unknown';
  /** The verdict in one phrase. */
  readonly summary: string;
  readonly isMeantToStay: boolean;
  readonly reasons: readonly MigrationReason[];
}

export interface MigrationReason {
  readonly ruleId: string;
  readonly strength: 'refused' | 'breaks' | 'risks' | 'depends' | 'expects';
  readonly message: string;
  readonly advice: string;
  readonly evidence: readonly string[];
  /** The place in the document, counted from 0. */
  readonly line: number;
  readonly character: number;
}

export interface DomainsReply {
  readonly hosts: readonly HostItem[];
  readonly domains: readonly DomainItem[];
}

export interface HostItem {
  readonly id: string;
  readonly name: string;
  /** What it has, in few words. */
  readonly detail: string;
}

/** A place in a document of the workspace, counted from 0. */
export interface DocumentPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

export interface DomainItem extends DocumentPlace {
  /** Of the domain, or else of its file. */
  readonly name: string;
  /** The ids of the hosts that it may run on. */
  readonly hosts: readonly string[];
  /** Type, vCPUs and memory; or why there is no domain. */
  readonly detail: string;
  readonly verdict: MigrationItem['verdict'];
  /** The verdict in one phrase. */
  readonly summary: string;
  readonly errors: number;
  readonly warnings: number;
  readonly devices: readonly DeviceItem[];
}

export interface DeviceItem extends DocumentPlace {
  /** The option that lists it. */
  readonly option: string;
  /** Its string. */
  readonly text: string;
}

export interface TopologyParams {
  /** Only what has these words is shown. */
  readonly filter: string;
  /** What the person has closed in the picture; left out, what is too much is closed. */
  readonly closed?: readonly string[];
}

export interface TopologyReply {
  /** An `svg` element; its parts have the class names that the page styles. */
  readonly svg: string;
  /** The same in words. */
  readonly outline: readonly { readonly id?: string; readonly depth: 0 | 1 | 2; readonly text: string }[];
  /** Where the things with these ids are named. */
  readonly places: Readonly<Record<string, DocumentPlace>>;
  readonly closed: readonly string[];
  /** How many domains there are. */
  readonly domains: number;
}
