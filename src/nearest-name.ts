/** @file Names that were meant where another was written. */

/** Fewest changes of a letter (left out, added, replaced, two exchanged) for each letter of a name that is still taken for it. */
const LETTERS_PER_CHANGE = 3;

/**
 * The name that is nearest to what was written, by letters left out, added, replaced or exchanged with their neighbour; null where
 * none is near: more than one change for every three letters.
 *
 * @see Damerau, Commun. ACM 7, 171 (1964)
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  let [nearest, least] = [null as string | null, Math.max(1, Math.floor(written.length / LETTERS_PER_CHANGE)) + 1];
  for (const name of names) {
    const changes = changesBetween(written.toLowerCase(), name.toLowerCase());
    if (changes < least && changes < written.length) [nearest, least] = [name, changes];
  }
  return nearest;
}

/** ` (did you mean 'ghz'?)`, or nothing where no name is near. */
export function suggestion(written: string, names: readonly string[]): string {
  const name = written.length > 64 || names.includes(written) ? null : nearestName(written, names);
  return name === null ? '' : ` (did you mean '${name}'?)`;
}

/** Row by row: changes between the first letters of both. */
function changesBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isExchange = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchanged = isExchange ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, replaced, exchanged));
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
