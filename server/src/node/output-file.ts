/** Writes a file piece by piece, beside its place until it is whole. */
import { closeSync, fsyncSync, openSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../cli/terminal';
import { message, type Message } from '../text/message';
import { explainUnwritten } from './replace-file';

/** Begins a file. What goes wrong is said when it is finished. */
export function openOutput(path: string): OutputFile {
  return new PlacedFile(path);
}

class PlacedFile implements OutputFile {
  private readonly path: string;
  private temporary: string | undefined;
  private file: number | undefined;
  private problem: Message | undefined;

  constructor(path: string) {
    this.path = path;
    this.attempt(() => {
      const stats = statSync(path, { throwIfNoEntry: false });
      // A device would be replaced by a file of its name.
      if (stats?.isFile() === false) {
        this.problem = message('is not written: it is no regular file');
        return;
      }
      const target = stats === undefined ? path : realpathSync(path);
      const temporary = join(dirname(target), `.xlcfg-${crypto.randomUUID()}.tmp`);
      this.file = openSync(temporary, 'wx', 0o666);
      this.temporary = temporary;
    });
  }

  write(text: string): void {
    this.attempt(() => {
      const { file } = this;
      const bytes = Buffer.from(text);
      for (let start = 0; file !== undefined && start < bytes.length;) start += writeSync(file, bytes, start);
    });
  }

  finish(): Message | undefined {
    this.attempt(() => {
      const { file, temporary, path } = this;
      if (file === undefined || temporary === undefined) return;
      fsyncSync(file);
      renameSync(temporary, statSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path));
      this.temporary = undefined;
    });
    this.abandon();
    return this.problem;
  }

  abandon(): void {
    const { file, temporary } = this;
    this.file = undefined;
    this.temporary = undefined;
    if (file !== undefined) closeSync(file);
    if (temporary !== undefined) unlinkSync(temporary);
  }

  /** After the first problem nothing is tried. */
  private attempt(step: () => void): void {
    if (this.problem !== undefined) return;
    try {
      step();
    } catch (error) {
      this.problem = explainUnwritten(error);
    }
  }
}
