/** What an editor inserts of a snippet when nobody changes its fields. */
export function expandSnippet(body: string): string {
  const choices = body.replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1');
  const texts = choices.replace(/\$\{\d+:([^}]*)\}/g, '$1');
  return texts.replace(/\\([\\$}])|\$\{?\d+\}?/g, (_, escaped?: string) => escaped ?? '');
}
