/** Paths of the URIs that editors send. */
import { fileURLToPath } from 'node:url';

/** The path of a `file:` URI; undefined for other URIs, and for what is none. */
export function pathOfUri(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
