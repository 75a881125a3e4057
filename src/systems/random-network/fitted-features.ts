/** @file Couplings learned from entropies, and how well the entropies determine them. */

import { DomainError } from '../../errors.ts';
import type { CapacityGraph } from '../../geometry/capacity-graph.ts';
import { type RandomStream, randomStream } from '../../linalg/random.ts';
import { symmetricEigen } from '../../linalg/symmetric-eigen.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimised } from '../../optimise/minimise.ts';
import type { Solution } from '../../solution.ts';
import type { Nats } from '../../units.ts';
import type { FeatureModel } from './feature-model.ts';
import type { EntropyDatum } from './fitted-geometry.ts';

/** Options of the fit. */
export interface FeatureFitOptions {
  /** Couplings at which a start begins, shape (P,); default random ones between 0.02 and 1, even in their logarithm. */
  readonly start?: Float64Array;
  /** Number of random starts, after the given one; default 6. */
  readonly starts?: number;
  /** Most steps of L-BFGS for each; default 600. */
  readonly maxSteps?: number;
  /** Of the random starts; default a stream of seed 0. */
  readonly stream?: RandomStream;
}

/** Couplings that explain a table of entropies, and what speaks for them. */
export interface FittedFeatures {
  /** J of every parameter. */
  readonly couplings: Float64Array;
  /** S(A) of the model, in the order of the table. */
  readonly entropies: Float64Array;
  /** Root mean square deviation from the table, and its greatest. */
  readonly residual: Nats;
  readonly greatest: Nats;
  /** The residual over the mean entropy of the table. */
  readonly relative: number;
  readonly fisher: FeatureFisher;
  /** Residuals of all starts, ascending. */
  readonly starts: readonly Nats[];
  /** The graph with ln D = 2J. */
  readonly graph: CapacityGraph;
}

/** What a table of entropies tells of the couplings: F = Σ_A ∂S(A)/∂J ⊗ ∂S(A)/∂J, for errors of 1 nat in every entropy. */
export interface FeatureFisher {
  /** Eigenvalues, descending, shape (P,). */
  readonly values: Float64Array;
  /** Number of independent combinations that the table fixes. */
  readonly rank: number;
  /** √(F⁻¹)_pp, the error of every coupling for errors of 1 nat; Infinity where the table does not fix it. */
  readonly uncertainties: Float64Array;
}

/** Eigenvalues of F below this share of the greatest, and shares of a coupling in these directions, count as 0. */
const RANK_TOLERANCE = 1e-13;
const SHARE_TOLERANCE = 1e-6;
/** Least and greatest coupling of a random start. */
const [LEAST, GREATEST] = [0.02, 1];

/**
 * The couplings J of a model whose entropies are nearest to a table in the mean square, by L-BFGS in ln J from several starts.
 *
 * @param data - Rényi-2 entropies of regions of any state
 * @returns `converged` where the gradient of the best start is below 1e-13 or its residual below 1e-12 nats
 * @throws {DomainError} see `FeatureModel.loss`; no start at all
 */
export function fittedFeatures(
  model: FeatureModel,
  data: readonly EntropyDatum[],
  options: FeatureFitOptions = {},
): Solution<FittedFeatures> {
  const { start, starts = 6, maxSteps = 600, stream = randomStream(0, 'entanglement features') } = options;
  const loss = model.loss(data);
  const begins = [
    ...(start === undefined ? [] : [start.map(Math.log)]),
    ...Array.from({ length: starts }, () =>
      Float64Array.from(model.parameters, () => Math.log(LEAST) + stream.uniform() * Math.log(GREATEST / LEAST)),
    ),
  ];
  if (begins.length === 0) throw new DomainError('fittedFeatures: at least one start required');
  const stop = { maxSteps, gradientTolerance: 1e-13, target: 5e-25 };
  const found = begins
    .map((theta) => minimised(loss, lbfgs(), theta, stop))
    .sort((a, b) => a.value.evaluation.value - b.value.evaluation.value);
  const [{ value, result, steps }] = found as [(typeof found)[number]];
  const couplings = value.x.map(Math.exp);
  const regions = data.map(({ region }) => region);
  const entropies = model.entropies(couplings, regions);
  const deviations = entropies.map((entropy, r) => Math.abs(entropy - data[r]!.entropy));
  const residualOf = (loss: number): Nats => Math.sqrt(2 * loss);
  const residual = residualOf(value.evaluation.value);
  const mean = data.reduce((sum, { entropy }) => sum + Math.abs(entropy), 0) / data.length;
  return {
    value: {
      couplings,
      entropies,
      residual,
      greatest: Math.max(...deviations),
      relative: residual / mean,
      fisher: featureFisher(model.responses(couplings, regions)),
      starts: found.map(({ value: own }) => residualOf(own.evaluation.value)),
      graph: model.graphAt(couplings),
    },
    result,
    steps,
  };
}

/**
 * The Fisher information of couplings in entropies, from the responses of the model.
 *
 * @param responses - ∂S(A)/∂J, a row for each region
 */
export function featureFisher(responses: readonly Float64Array[]): FeatureFisher {
  const size = responses[0]?.length ?? 0;
  const data = new Float64Array(size * size);
  for (const row of responses) {
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) data[i * size + j]! += row[i]! * row[j]!;
  }
  const { values, vectors } = symmetricEigen({ rows: size, cols: size, data });
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const greatest = values[order[0] ?? 0] ?? 0;
  const rank = order.filter((mode) => values[mode]! > RANK_TOLERANCE * greatest).length;
  const entry = (p: number, mode: number): number => vectors.data[mode * size + p]!;
  const uncertainties = Float64Array.from({ length: size }, (_, p) => {
    const lost = order.slice(rank).reduce((sum, mode) => sum + entry(p, mode) ** 2, 0);
    if (lost > SHARE_TOLERANCE) return Infinity;
    return Math.sqrt(order.slice(0, rank).reduce((sum, mode) => sum + entry(p, mode) ** 2 / values[mode]!, 0));
  });
  return { values: Float64Array.from(order, (mode) => Math.max(0, values[mode]!)), rank, uncertainties };
}
