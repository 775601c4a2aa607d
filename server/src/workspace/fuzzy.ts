/** How editors filter by what is typed. */

/** Whether the letters of a query occur in a text in their order, in whatever case; an empty query is in everything. */
export function fuzzyMatches(query: string, text: string): boolean {
  const [wanted, letters] = [query.toLowerCase(), text.toLowerCase()];
  let position = 0;
  for (const letter of wanted) {
    const index = letters.indexOf(letter, position);
    if (index < 0) return false;
    position = index + letter.length;
  }
  return true;
}
