/** The worker that looks into kernel images in a browser: gets a file, answers with what it is. */
import { type ByteSource } from '../kernel/byte-source';
import { inspectImage } from '../kernel/inspect';
import { createBrowserCodecs } from './browser-codecs';

const codecs = createBrowserCodecs();

addEventListener('message', ({ data }: MessageEvent<{ readonly file: Blob }>) => {
  void codecs.then((ready) => {
    postMessage({ report: inspectImage(blobSource(data.file), ready) });
  });
});

function blobSource(file: Blob): ByteSource {
  const reader = new FileReaderSync();
  return {
    size: file.size,
    read: (offset, length) => new Uint8Array(reader.readAsArrayBuffer(file.slice(offset, offset + length))),
  };
}
