/** Entry point of the language server on Node: `--stdio`, `--node-ipc` or `--socket=N`. */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import type { ProjectHost } from '../lsp/document-settings';
import { startServer } from '../lsp/server';
import type { WorkspaceHost } from '../lsp/workspace-values';
import { findUpwards } from './find-upwards';
import { KernelInspector } from './kernel/kernel-inspector';
import { createFileAccess } from './kernel/node-file-access';
import { listConfigs } from './list-configs';
import { readTextFile } from './read-text-file';

const TRANSPORTS = /^--(?:stdio|node-ipc|socket(?:=\d+)?)$/;

const host: ProjectHost & WorkspaceHost = {
  listConfigs: async (uri) =>
    uri.startsWith('file:') ? (await listConfigs(fileURLToPath(uri))).map((path) => pathToFileURL(path).href) : [],
  readUri: async (uri) => host.readText(fileURLToPath(uri)),
  pathOf: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri) : undefined),
  findUpwards,
  readText: async (path) => {
    const result = await readTextFile(path);
    return result.kind === 'text' ? result.text : undefined;
  },
  relativeTo: (base, file) => relative(dirname(base), file).split(sep).join('/'),
  resolveFrom: (base, path) => resolve(dirname(base), path),
};

function main(args: readonly string[]): void {
  if (args.includes('--version')) {
    process.stdout.write(`${version}\n`);
  } else if (args.some((arg) => TRANSPORTS.test(arg))) {
    // The bundle lies in dist/, the pages beside it in docs/rules/.
    const rulePages = `${pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href}/`;
    const inspector = new KernelInspector(join(__dirname, 'kernel-worker.js'), (message) => void process.stderr.write(`${message}\n`));
    const files = createFileAccess(inspector);
    startServer(createConnection(ProposedFeatures.all), { host, files, rulePages, version });
  } else {
    process.stderr.write('Usage: xlcfg-language-server --stdio | --node-ipc | --socket=PORT\n');
    process.exitCode = 2;
  }
}

main(process.argv.slice(2));
