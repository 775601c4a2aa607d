/** The connection to the editor, as the arguments ask for it. */
import { connect as openSocket } from 'node:net';
import type { Readable } from 'node:stream';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { watchFraming } from './framing';

/** @returns undefined where the arguments name no transport */
export function connect(args: readonly string[]): Connection | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === '--node-ipc') return createConnection(ProposedFeatures.all);
    if (arg === '--stdio') {
      endWhenBroken(process.stdin);
      return createConnection(ProposedFeatures.all);
    }
    const [name, value = args[index + 1]] = arg.split('=');
    if (name === '--socket' && /^\d+$/.test(value ?? '')) {
      const socket = openSocket(Number(value), '127.0.0.1');
      endWhenBroken(socket);
      return createConnection(ProposedFeatures.all, socket, socket);
    }
  }
  return undefined;
}

/** An editor that cannot be understood gets a server that ends, which it notices, and not one that is deaf. */
function endWhenBroken(stream: Readable): void {
  watchFraming(stream, (problem) => {
    process.stderr.write(`xlcfg-language-server: ${problem}\n`, () => process.exit(1));
  });
}
