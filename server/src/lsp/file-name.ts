/** The last part of a URI, as people know the file. */
export function fileNameOf(uri: string): string {
  return decode(uri.split('/').at(-1) ?? uri);
}

/** The whole path of a URI, for lists in which many files have the same name. */
export function pathNameOf(uri: string): string {
  return decode(uri.replace(/^[\w+.-]+:\/\/[^/]*/, ''));
}

/** The same for all URIs of a file, which editors and systems escape in ways of their own. */
export function fileKeyOf(uri: string): string {
  return decode(uri);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
