/** @file Distances in networks against −ln I of states, and the surface that the sites of a critical state lie on. */

import { distancesBelow } from '../../../src/bulk/information-distances.ts';
import { lineFit } from '../../../src/geometry/distance-fit.ts';
import { type ModelFit, modelFit } from '../../../src/geometry/model-fit.ts';
import { shortestPaths } from '../../../src/geometry/shortest-paths.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { FAMILIES, type Family, FIRST, familyGraph, meanHops, range } from './families.ts';
import type { Options } from './options.ts';
import type { ChainState } from './states.ts';

/** How well the distances of each family explain −ln I(r) of a state, as a share of its variation. */
export interface Explained {
  readonly state: string;
  readonly shares: Readonly<Record<Family, number>>;
}

export interface Comparison {
  readonly explained: readonly Explained[];
  /** The same share for ln r, of the critical state and of the same state with its sites in random order. */
  readonly ordered: number;
  readonly shuffled: number;
  /** Surfaces through the sites of the critical state. */
  readonly surface: ModelFit;
}

/** Most sites whose distances are fitted with a surface. */
const MOST_EMBEDDED = 40;

export function comparison(chains: readonly ChainState[], { levels, shallow }: Options, seed: number): Comparison {
  const graphs = FAMILIES.map((family) => [family, familyGraph(family, levels, shallow)] as const);
  const farthest = Math.floor(3 ** levels / 3.6);
  const explained = chains.map((state): Explained => {
    const pairs = state.distances
      .map((r, k) => [r, -Math.log(state.information[k]!)] as const)
      .filter(([r]) => r >= FIRST && r <= farthest);
    const at = pairs.map(([r]) => r);
    const shares = graphs.map(([family, graph]) => [
      family,
      explainedShare(
        meanHops(graph, at).values,
        pairs.map(([, value]) => value),
      ),
    ]);
    return { state: state.name, shares: Object.fromEntries(shares) as Explained['shares'] };
  });
  const critical = chains[0]!;
  const sites = Math.min(MOST_EMBEDDED, critical.distances.length);
  const table = informationTable(critical, sites);
  const order = permutation(sites, randomStream(seed, 'order of sites'));
  const metric = shortestPaths(distancesBelow(table, new Array<number>(sites).fill(Math.LN2)));
  return {
    explained,
    ordered: ofLogarithm(table),
    shuffled: ofLogarithm(order.map((a) => order.map((b) => table[a]![b]!))),
    surface: modelFit(metric.map((row) => row.map((distance) => distance!))),
  };
}

/** 1 − Σ(residuals)²/Σ(y − mean)² of the best line y(x). */
function explainedShare(xs: readonly number[], ys: readonly number[]): number {
  const { residual } = lineFit(xs, ys);
  const { residual: all } = lineFit(xs, ys, true);
  return 1 - (residual ** 2 * (xs.length - 2)) / (all ** 2 * (xs.length - 1));
}

/** I between the sites of a stretch of a chain that is the same everywhere. */
function informationTable({ distances, information }: ChainState, sites: number): readonly (readonly number[])[] {
  const at = new Map(distances.map((r, k) => [r, information[k]!]));
  return range(0, sites).map((a) => range(0, sites).map((b) => at.get(Math.abs(a - b)) ?? 0));
}

/** How much of −ln I the logarithm of the distance of labels explains, over all pairs. */
function ofLogarithm(table: readonly (readonly number[])[]): number {
  const pairs = table.flatMap((row, a) =>
    row.slice(0, a).map((value, b) => [Math.log(a - b), -Math.log(value)] as const),
  );
  return explainedShare(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y),
  );
}

/** The numbers below n in random order (Fisher and Yates). */
function permutation(n: number, { integer }: RandomStream): readonly number[] {
  const order = [...range(0, n)];
  for (let k = n - 1; k > 0; k--) {
    const other = integer(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
