/** @file Couplings fitted to tables of entropies, and what they say of the geometry. */

import type { RandomStream } from '../../../src/linalg/random.ts';
import {
  type EntropyDatum,
  type FeatureGeometry,
  type FeatureModel,
  featureGeometry,
  fittedFeatures,
} from '../../../src/systems/random-network/index.ts';
import { dyadic, regionsOf } from './networks.ts';

/** A fit of a network to a table. */
export interface NetworkFit {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly couplings: readonly number[];
  readonly uncertainties: readonly (number | null)[];
  readonly relative: number;
  readonly greatest: number;
  /** Eigenvalues of the Fisher information, descending, and how many count. */
  readonly fisher: readonly number[];
  readonly rank: number;
  /** Residuals of the starts, ascending. */
  readonly starts: readonly number[];
  /** [S of the table, S of the model]. */
  readonly entropies: readonly (readonly [number, number])[];
  readonly nodes: readonly { readonly name: string; readonly site: number; readonly depth: number }[];
  readonly bonds: readonly { readonly from: number; readonly to: number; readonly coupling: number }[];
  readonly geometry: FeatureGeometry;
  /** How much the entropies change if the first rungs are cut, over their mean: what the bulk does; null without rungs. */
  readonly bulk: number | null;
}

export function measuredFit(
  name: string,
  model: FeatureModel,
  table: readonly EntropyDatum[],
  { starts, maxSteps = 600 }: { readonly starts: number; readonly maxSteps?: number },
  stream: RandomStream,
): NetworkFit {
  const { value } = fittedFeatures(model, table, { starts, maxSteps, stream });
  const { graph, couplings, fisher } = value;
  const place = new Map(graph.nodes.map(({ id }, k) => [id, k]));
  return {
    name,
    parameters: model.parameters,
    couplings: [...couplings],
    uncertainties: Array.from(fisher.uncertainties, (error) => (Number.isFinite(error) ? error : null)),
    relative: value.relative,
    greatest: value.greatest,
    fisher: [...fisher.values],
    rank: fisher.rank,
    starts: value.starts,
    entropies: table.map(({ entropy }, r) => [entropy, value.entropies[r]!] as const),
    nodes: graph.nodes.map(({ id, site, depth }) => ({ name: id, site, depth })),
    bonds: graph.edges.flatMap(({ from, to, capacity }) =>
      to === null ? [] : [{ from: place.get(from)!, to: place.get(to)!, coupling: capacity / 2 }],
    ),
    geometry: featureGeometry(graph),
    bulk: changeWithoutBulk(model, couplings, table),
  };
}

function changeWithoutBulk(
  model: FeatureModel,
  couplings: Float64Array,
  table: readonly EntropyDatum[],
): number | null {
  const rungs = model.parameters.indexOf('rungs 0');
  if (rungs < 0) return null;
  const regions = table.map(({ region }) => region);
  const [whole, cut] = [couplings, couplings.with(rungs, 0)].map((J) => model.entropies(J, regions));
  const squares = whole!.reduce((sum, entropy, r) => sum + (entropy - cut![r]!) ** 2, 0);
  const mean = whole!.reduce((sum, entropy) => sum + entropy, 0) / whole!.length;
  return Math.sqrt(squares / whole!.length) / mean;
}

/** Couplings that were planted, and found again. */
export interface Planted {
  readonly trials: readonly { readonly error: number; readonly rank: number; readonly parameters: number }[];
  /** Greatest difference of ∂S/∂J by walls and by differences of S. */
  readonly slopes: number;
  /** Rank of the whole network, whose top is redundant, and its number of couplings. */
  readonly whole: readonly [rank: number, parameters: number];
}

const CELLS = 8;

export function measuredPlanted(starts: number, stream: RandomStream): Planted {
  const regions = regionsOf(CELLS);
  const model = dyadic(CELLS, 2);
  const drawn = (of: FeatureModel): Float64Array =>
    Float64Array.from(of.parameters, () => 0.15 + 0.6 * stream.uniform());
  const fitted = (of: FeatureModel, J: Float64Array) => {
    const entropies = of.entropies(J, regions);
    const table = regions.map((region, r) => ({ region, entropy: entropies[r]! }));
    return fittedFeatures(of, table, { starts, stream }).value;
  };
  const trials = [1, 2, 3].map(() => {
    const J = drawn(model);
    const { couplings, fisher } = fitted(model, J);
    const error = Math.max(...couplings.map((value, p) => Math.abs(value - J[p]!)));
    return { error, rank: fisher.rank, parameters: J.length };
  });
  const whole = dyadic(CELLS);
  const J = drawn(whole);
  const responses = whole.responses(J, regions);
  const step = 1e-4;
  const slopes = J.map((_, p) => {
    const [up, down] = [step, -step].map((h) => whole.entropies(J.with(p, J[p]! + h), regions));
    return Math.max(...regions.map((_, r) => Math.abs((up![r]! - down![r]!) / (2 * step) - responses[r]![p]!)));
  });
  return { trials, slopes: Math.max(...slopes), whole: [fitted(whole, J).fisher.rank, J.length] };
}
