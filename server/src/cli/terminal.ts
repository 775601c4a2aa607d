/** What the command line needs of the machine it runs on. */
import type { FileHost, ImageReport } from '../language-service';

/** A local file looked into, or why it was not. */
export type InspectedImage =
  | { readonly kind: 'image'; readonly report: ImageReport }
  | { readonly kind: 'missing' }
  /** `reason` is a phrase such as "is a directory". */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A file's text, or why there is none. The encoding is the one to write it back in. */
export type ReadResult =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: 'utf8' | 'latin1' }
  | { readonly kind: 'missing' }
  /** `reason` is a phrase such as "is a directory". */
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface Terminal {
  readonly isColored: boolean;
  /** Reads a regular file, or standard input for `-`. */
  read(path: string): Promise<ReadResult>;
  write(path: string, text: string, encoding: 'utf8' | 'latin1'): Promise<void>;
  /** The nearest file of that name in the folder of `path` or above it. */
  findUpwards(path: string, name: string): Promise<string | undefined>;
  /** The path of `file` relative to the folder that holds `base`, with `/`. */
  relativeTo(base: string, file: string): string;
  /** The absolute path of something that is written relative to the folder that holds `base`. */
  resolveFrom(base: string, path: string): string;
  /** Looks at files that configs name. `roots` are absolute local folders for paths of dom0. */
  fileHost(roots: Readonly<Record<string, string>>): FileHost;
  /** What a local file is as a kernel image. */
  inspectImage(path: string): Promise<InspectedImage>;
  print(text: string): void;
  printError(text: string): void;
}

/** The exit statuses of every command. */
export const EXIT = { fine: 0, findings: 1, usage: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
