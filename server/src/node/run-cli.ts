/** The command line `xlcfg` on Node. */
import { dirname, relative, resolve, sep } from 'node:path';
import { version } from '../../../package.json';
import { createHash } from 'node:crypto';
import { oneLine } from '../cli/printable';
import { runProgram } from '../cli/program';
import { EXIT, type Machine } from '../cli/terminal';
import { createLanguageService } from '../language-service';
import { checkoutPath } from './checkout-path';
import { UpwardsFinder } from './find-upwards';
import { nextChange, stampOf } from './folder-watch';
import { KernelInspector } from './kernel/kernel-inspector';
import { createFileHost } from './kernel/node-file-host';
import { listFilesBelow } from './list-configs';
import { LOCAL_FOLDERS } from './local-folders';
import { openOutput } from './output-file';
import { openPassedPipe } from './passed-pipe';
import type { ProgramParts } from './program-parts';
import { Reach } from './reach';
import { answerChecks, startCheckThreads, THREAD_ARGUMENT } from './check-threads';
import { readSmallTextFile, readTextStream } from './read-text-file';
import { createFile, replaceFile } from './replace-file';
import { wantsColor } from './wants-color';

/** Does what the arguments of the process ask for, also where it is a thread that checks. */
export function runCli(parts: ProgramParts): void {
  let cannotInspect = false;
  const service = createLanguageService();
  const inspector = new KernelInspector(parts.kernelWorker, (warning) => {
    cannotInspect = true;
    process.stderr.write(`xlcfg: ${oneLine(service.say(warning))}\n`);
  });
  const machine = createMachine(parts, inspector);
  const args = process.argv.slice(2);
  if (args[0] === THREAD_ARGUMENT) {
    void answerChecks(service, machine, () => cannotInspect);
    return;
  }
  // A reader that closes the pipe early, such as head, is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
  runProgram(args, service, machine)
    .then((status) => {
      process.exitCode = cannotInspect ? EXIT.usage : status;
    })
    .catch((error: unknown) => {
      process.stderr.write(`xlcfg failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = EXIT.usage;
    })
    .finally(() => void inspector.dispose());
}

function createMachine(parts: ProgramParts, inspector: KernelInspector): Machine {
  const upwards = new UpwardsFinder();
  const isColored = wantsColor(process.env, process.stdout.isTTY);
  return {
    version,
    isColored,
    isWatched: process.stderr.isTTY,
    folders: LOCAL_FOLDERS,
    watchFolders: nextChange,
    stamp: stampOf,
    forget: () => upwards.forget(),
    now: () => performance.now(),
    openOutput,
    ruleUrl: parts.ruleUrl,
    readRulePage: parts.readRulePage,
    checkoutPath,
    digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 32),
    read: async (path) => {
      const pipe = path === '-' ? process.stdin : openPassedPipe(path);
      return pipe === undefined ? readSmallTextFile(path) : readTextStream(pipe);
    },
    replace: (path, old, text) => replaceFile(path, Buffer.from(old.text, old.encoding), Buffer.from(text, old.encoding)),
    create: (path, text) => createFile(path, Buffer.from(text)),
    findUpwards: (path, name) => upwards.find(path, name),
    relativeTo: (base, file) =>
      relative(dirname(resolve(base)), resolve(file))
        .split(sep)
        .join('/'),
    resolveFrom: (base, path) => resolve(dirname(resolve(base)), path),
    listBelow: (path) => listFilesBelow(dirname(resolve(path))),
    fileHost: (roots) => createFileHost(inspector, roots, new Reach()),
    inspectImage: (path) => inspector.inspect(resolve(path)),
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    startHelpers: (options, atMost) => startCheckThreads(parts.checkThread, { options, isColored }, atMost),
    writeOutput: (text, encoding) => void process.stdout.write(text, encoding),
    writeError: (text) => void process.stderr.write(text),
  };
}
