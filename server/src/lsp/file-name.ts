/** The last part of a URI, as people know the file. */
export function fileNameOf(uri: string): string {
  return decode(uri.split('/').at(-1) ?? uri);
}

/** The whole path of a URI, for lists in which many files have the same name. */
export function pathNameOf(uri: string): string {
  return decode(uri.replace(/^[\w+.-]+:\/\/[^/]*/, ''));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
