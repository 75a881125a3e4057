/** @file Charts of very many points show some of them, and say so. */

import { counted } from '../number-format.ts';

/** Most points of a chart. */
const MOST_POINTS = 4000;

/** Every k-th item of a long list, at most 4000 of them; a short list as it is. */
export function thinned<Item>(items: readonly Item[]): readonly Item[] {
  const stride = Math.ceil(items.length / MOST_POINTS);
  return stride <= 1 ? items : items.filter((_, k) => k % stride === 0);
}

/** What the points of a chart are, in words. */
export function pointsPhrase(what: string, count: number): string {
  const stride = Math.ceil(count / MOST_POINTS);
  if (stride <= 1) return `One point for each ${what}`;
  return `One point for each of ${Math.ceil(count / stride)} out of ${counted(count, what)}`;
}
