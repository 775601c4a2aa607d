/** Entry point of the language server on Node: `--stdio`, `--node-ipc` or `--socket=N`. */
import { sayInEnglish } from '../language-service';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server';
import { pathOfUri } from './file-uri';
import { KernelInspector } from './kernel/kernel-inspector';
import { createFileAccess } from './kernel/node-file-access';
import { createWorkspaceHost } from './node-workspace-host';
import { Reach } from './reach';
import { connect } from './transport';

function main(args: readonly string[]): void {
  const connection = connect(args);
  if (args.includes('--version')) {
    process.stdout.write(`${version}\n`);
  } else if (connection === undefined) {
    process.stderr.write('Usage: xlcfg-language-server --stdio | --node-ipc | --socket=PORT\n');
    process.exitCode = 2;
  } else {
    const reach = new Reach();
    const inspector = new KernelInspector(
      { path: join(__dirname, 'kernel-worker.js') },
      (warning) => void process.stderr.write(`${sayInEnglish(warning)}\n`),
    );
    startServer(connection, {
      host: createWorkspaceHost(reach),
      files: createFileAccess(inspector, reach),
      limitTo: ({ folders, isTrusted }) => {
        reach.set(
          folders.flatMap((uri) => pathOfUri(uri) ?? []),
          isTrusted,
        );
      },
      rulePages: pagesIn('rules'),
      optionPages: pagesIn('options'),
      version,
    });
  }
}

/** The folder of some pages: the bundle lies in dist/, they lie beside it in docs/. */
function pagesIn(folder: string): string {
  return `${pathToFileURL(join(__dirname, '..', 'docs', folder)).href}/`;
}

main(process.argv.slice(2));
