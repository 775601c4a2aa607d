/** Entry point of the command line `xlcfg` on Node. */
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { version } from '../../../package.json';
import { runProgram } from '../cli/program';
import type { Terminal } from '../cli/terminal';
import { createLanguageService } from '../language-service';
import { findUpwards } from './find-upwards';
import { KernelInspector } from './kernel/kernel-inspector';
import { createFileHost } from './kernel/node-file-host';
import { decodeText, readTextFile } from './read-text-file';

const inspector = new KernelInspector(join(__dirname, 'kernel-worker.js'));

const terminal: Terminal = {
  isColored: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  read: async (path) => (path === '-' ? decodeText(await buffer(process.stdin)) : readTextFile(path)),
  write: (path, text, encoding) => writeFile(path, text, encoding),
  findUpwards,
  relativeTo: (base, file) =>
    relative(dirname(resolve(base)), resolve(file))
      .split(sep)
      .join('/'),
  resolveFrom: (base, path) => resolve(dirname(resolve(base)), path),
  fileHost: (roots) => createFileHost(inspector, roots),
  inspectImage: (path) => inspector.inspect(resolve(path)),
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
};

// A reader that closes the pipe early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

void runProgram(process.argv.slice(2), createLanguageService(), terminal, version).then((status) => {
  process.exitCode = status;
  void inspector.dispose();
});
