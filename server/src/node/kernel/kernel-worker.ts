/** The thread that looks into kernel images, so that nothing else waits for it. */
import { message } from '../../text/message';
import { parentPort } from 'node:worker_threads';
import { inspectImage } from '../../kernel/inspect';
import type { InspectedFile } from './kernel-inspector';
import { openFile } from './file-source';
import { createNodeCodecs } from './node-codecs';

const codecs = createNodeCodecs();

parentPort?.on('message', ({ path }: { readonly path: string }) => {
  void inspect(path).then((file) => parentPort?.postMessage({ file }));
});

async function inspect(path: string): Promise<InspectedFile> {
  const opened = openFile(path);
  if (opened.kind !== 'file') return opened;
  try {
    return { kind: 'image', report: inspectImage(opened.source, await codecs) };
  } catch (error) {
    return { kind: 'unreadable', reason: message('could not be inspected: {error}', { error: String(error) }) };
  } finally {
    opened.close();
  }
}
