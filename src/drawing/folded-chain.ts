/** @file Is a graph a long chain, and where are its points when it is folded into rows? */

import type { Place } from './clearance.ts';
import type { Neighbours } from './grid-coordinates.ts';

/** Chains of more points than this are too long for one row. */
export const LONGEST_ROW = 70;
/** Greatest step from a point to the next. */
const STEP = 36;
/** Distance of two rows, in steps. */
const ROW = 1.6;

/** An open leg of a chain. */
interface OpenLeg {
  readonly owner: number;
  /** Site of the boundary; −1 if the leg is no site. */
  readonly site: number;
}

/**
 * Places of the points of a long chain, then of the ends of its open legs: rows run to the right and to the left by
 * turns, legs of sites point up to the left, other legs down to the right. Null if the graph is no chain, or if one row
 * holds it.
 *
 * @param neighbours - of each point
 * @param size - width and height of the page
 *
 * Cost O(points + legs).
 */
export function foldedChain(
  neighbours: Neighbours,
  open: readonly OpenLeg[],
  [width, height]: readonly [number, number],
): readonly Place[] | null {
  if (neighbours.length <= LONGEST_ROW) return null;
  const chain = chainOrder(neighbours, open);
  if (chain === null) return null;
  const finest = Math.min(STEP, Math.sqrt((width * height) / (ROW * neighbours.length)));
  const columns = 5 * Math.floor(width / finest / 5);
  const step = Math.min(finest, width / columns);
  const points = new Array<Place>(neighbours.length);
  chain.forEach((point, k) => {
    const [row, along] = [Math.floor(k / columns), k % columns];
    const column = row % 2 === 0 ? along : columns - 1 - along;
    points[point] = { x: column * step, y: row * ROW * step };
  });
  const legsOf = new Map<number, OpenLeg[]>();
  for (const leg of open) legsOf.set(leg.owner, [...(legsOf.get(leg.owner) ?? []), leg]);
  const ends = open.map((leg) => {
    const isSite = leg.site >= 0;
    const beside = legsOf.get(leg.owner)!.filter(({ site }) => site >= 0 === isSite);
    const turn = isSite ? -step : step;
    const slant = beside.length === 1 ? 0.3 : 0.4 - (0.25 * beside.indexOf(leg)) / (beside.length - 1);
    return { x: points[leg.owner]!.x + turn * slant, y: points[leg.owner]!.y + turn * 0.36 };
  });
  return [...points, ...ends];
}

/** The points from one end of the chain to the other, the end with the first site in front; null if it is no chain. */
function chainOrder(neighbours: Neighbours, open: readonly OpenLeg[]): readonly number[] | null {
  const tips = [...neighbours.keys()].filter((k) => neighbours[k]!.size === 1);
  if (tips.length !== 2 || neighbours.some(({ size }) => size === 0 || size > 2)) return null;
  const order = [tips[0]!];
  const seen = new Set(order);
  for (const point of order) {
    for (const next of neighbours[point]!) {
      if (seen.has(next)) continue;
      seen.add(next);
      order.push(next);
    }
  }
  if (order.length < neighbours.length) return null; // a chain beside rings
  const siteOf = (tip: number): number => open.find(({ owner, site }) => owner === tip && site >= 0)?.site ?? Infinity;
  return siteOf(order[0]!) <= siteOf(order[order.length - 1]!) ? order : order.reverse();
}
