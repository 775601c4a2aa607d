/** The language server as the rest of the extension sees it: it starts when something needs it, and once. */
import type { Notifications, Requests, ServerNotifications } from '../../protocol/requests';

/** What a registration gives back. */
interface Registration {
  dispose(): void;
}

/** What the extension uses of a language client. */
export interface Client {
  start(): Promise<void>;
  /** Rejects where it does not run. */
  stop(): Promise<void>;
  /** Whether it runs or starts. */
  needsStop(): boolean;
  isRunning(): boolean;
  onDidChangeState(listener: () => void): Registration;
  /** Waits for a start that is under way, and rejects where the server is off. */
  sendRequest<Result>(method: string, params: unknown): Promise<Result>;
  sendNotification(method: string): Promise<void>;
  onNotification(method: string, listener: () => void): Registration;
}

export class LanguageServer {
  private readonly create: () => Promise<Client>;
  private readonly listeners = new Set<() => unknown>();
  /** By notification of the server. */
  private readonly hearers = new Map<keyof ServerNotifications, Set<() => unknown>>();
  /** There from the first need on. */
  private client: Promise<Client> | undefined;
  private isUp = false;

  /** @param create makes the client, when it is needed for the first time */
  constructor(create: () => Promise<Client>) {
    this.create = create;
  }

  /** Whether it can be asked at once. */
  get isRunning(): boolean {
    return this.isUp;
  }

  /** Calls the listener whenever the server has started, also after it ended. */
  onDidStart(listener: () => unknown): Registration {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** Calls the listener whenever the server sends the notification. */
  hear(method: keyof ServerNotifications, listener: () => unknown): Registration {
    const hearers = this.hearers.get(method) ?? new Set();
    this.hearers.set(method, hearers.add(listener));
    return { dispose: () => hearers.delete(listener) };
  }

  /** Sees to it that it starts, unless that was done: one that ended for good is off until a person restarts it. */
  async start(): Promise<void> {
    await this.connect();
  }

  /** Starts it again, or for the first time. */
  async restart(): Promise<void> {
    const isFirst = this.client === undefined;
    const client = await this.connect();
    if (!isFirst) await this.stop();
    await client.start();
  }

  /** Stops it where it was started. */
  async stop(): Promise<void> {
    const client = await this.client;
    // One that ended too often is stopped already.
    if (client?.needsStop() !== true) return;
    // One that is starting cannot be stopped; this waits for the start that is under way.
    await client.start();
    await client.stop();
  }

  /** Asks what only the server knows, and starts it for that. */
  async ask<Method extends keyof Requests>(method: Method, params: Requests[Method]['params']): Promise<Requests[Method]['result']> {
    const client = await this.connect();
    return client.sendRequest<Requests[Method]['result']>(method, params);
  }

  /** Tells it something, once it has started; one that is off learns everything at its start. */
  async tell(method: keyof Notifications): Promise<void> {
    const client = await this.client;
    if (client?.needsStop() === true) await client.sendNotification(method);
  }

  private connect(): Promise<Client> {
    this.client ??= this.launch();
    return this.client;
  }

  private async launch(): Promise<Client> {
    const client = await this.create();
    client.onDidChangeState(() => {
      this.isUp = client.isRunning();
      if (this.isUp) for (const listener of this.listeners) listener();
    });
    for (const [method, hearers] of this.hearers) {
      client.onNotification(method, () => {
        for (const listener of hearers) listener();
      });
    }
    // It writes to the output why it cannot start, and rejects what it is asked then.
    client.start().catch(() => undefined);
    return client;
  }
}
