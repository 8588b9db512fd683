/** The word that somebody most likely meant: with the fewest letters to change, and not more than a third of them. */
export const nearest = (typed: string, words: readonly string[]): string | undefined => {
  const ranked = words
    .map((word) => ({ word, distance: distanceOf(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(
      ({ word, distance }) => distance <= Math.max(1, Math.ceil(Math.max(word.length, typed.length) / 3)),
    )
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.word;
};

/** Levenshtein's distance, of the first hundred characters. */
const distanceOf = (one: string, other: string): number => {
  const [a, b] = [one.slice(0, 100), other.slice(0, 100)];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
