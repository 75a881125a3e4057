/** @file Random tensor networks of stabiliser states: samples at sizes that dense tensors never reach. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { CapacityGraph } from '../../geometry/capacity-graph.ts';
import type { RandomStream } from '../../linalg/random.ts';
import { randomStabiliserState } from '../../stabiliser/random-stabilisers.ts';
import {
  joinedQudits,
  projectedQudits,
  type StabiliserContraction,
  tensorProduct,
} from '../../stabiliser/stabiliser-contraction.ts';
import { entropiesOfStabilisers } from '../../stabiliser/stabiliser-entropy.ts';
import type { RandomNetworkOptions } from './permutation-sum.ts';
import { type SampleMean, weightedMean } from './weighted-mean.ts';

/** What samples say of a region. The spectra are flat: Rényi entropies of all orders are the same. */
export interface SampledStabiliserEntropy {
  /** Sites of the region. */
  readonly region: readonly number[];
  /** Mean entropy of the networks that do not vanish: quenched. */
  readonly entropy: SampleMean;
  /** E Tr ρ^n/E (Tr ρ)^n, which is the sum over permutations: networks weighted by (Tr ρ)^n. */
  readonly moment: SampleMean;
  /** The mean of Tr ρ^n over normalised networks, without weights. It is something else. */
  readonly plainMoment: SampleMean;
}

/** Samples of stabiliser networks. */
export interface StabiliserSamples {
  readonly regions: readonly SampledStabiliserEntropy[];
  /** How many of the samples were zero. */
  readonly vanished: number;
  /** (Σ w)²/Σ w² of the weights w = (Tr ρ)^n: how many samples of equal weight these are worth. */
  readonly effective: number;
}

/** Options of the sampling. */
export interface StabiliserSamplingOptions extends RandomNetworkOptions {
  /** p, of which all dimensions are powers; default 2. */
  readonly prime?: number;
  /** Number of networks drawn; default 1000. */
  readonly samples?: number;
}

/**
 * Entropies of regions of networks of uniformly random stabiliser tensors. These are a 2-design, for qubits a 3-design:
 * their moments of that order are those of Haar random tensors, exactly.
 *
 * @param regions - numbers of sites: boundary, then references
 * @throws {DomainError} a dimension that is no power of p, an order above that of the design, an input that is not pure,
 *   or no sample
 *
 * Cost of a sample that of joining all bonds: 21 tensors of {5,4} with legs of two qubits 1 ms, 61
 * tensors with legs of three (915 qubits) 20 ms.
 *
 * @see Hayden, Nezami, Qi, Thomas, Walter & Yang, JHEP 11, 009 (2016), arXiv:1601.01694
 */
export function sampledStabilisers(
  graph: CapacityGraph,
  regions: readonly (readonly number[])[],
  stream: RandomStream,
  { samples = 1000, ...options }: StabiliserSamplingOptions = {},
): StabiliserSamples {
  const { order = 2, prime = 2 } = options;
  if (!(samples >= 1)) throw new DomainError(`sampledStabilisers: at least one sample required, got ${samples}`);
  if (!(order === 2 || (order === 3 && prime === 2))) {
    throw new DomainError(`sampledStabilisers: order 2, or 3 for qubits, required, got ${order}`);
  }
  const layout = layoutOf(graph, { ...options, prime });
  const logWeights: number[] = [];
  const entropies: number[][] = regions.map(() => []);
  for (let k = 0; k < samples; k++) {
    const drawn = drawnNetwork(layout, prime, stream);
    logWeights.push(drawn === null ? -Infinity : order * drawn.logNormSquared);
    if (drawn === null) continue;
    const { entropy } = entropiesOfStabilisers(drawn.group, { sites: layout.sites });
    regions.forEach((region, r) => {
      entropies[r]!.push(entropy(region));
    });
  }
  const greatest = Math.max(...logWeights);
  const weights = logWeights.filter(Number.isFinite).map((weight) => Math.exp(weight - greatest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    regions: regions.map((region, r) => {
      const moments = entropies[r]!.map((entropy) => Math.exp((1 - order) * entropy));
      return {
        region,
        entropy: weightedMean(entropies[r]!),
        moment: weightedMean(moments, weights),
        plainMoment: weightedMean(moments),
      };
    }),
    vanished: samples - weights.length,
    effective: weights.length === 0 ? 0 : total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0),
  };
}

/** Most qudits of a leg. */
const MOST_QUDITS = 2 ** 16;

/** Where the qudits of a network lie: those of each tensor side by side. */
interface Layout {
  /** Qudits of each tensor. */
  readonly counts: readonly number[];
  /** Qudits that bonds join. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Qudits projected on |0⟩, by number after the joining. */
  readonly projected: Readonly<Record<number, number>>;
  /** Qudits of each site, by number after the projections. */
  readonly sites: readonly (readonly number[])[];
}

function layoutOf(
  graph: CapacityGraph,
  { prime, references = [], inputs = {} }: StabiliserSamplingOptions & { readonly prime: number },
): Layout {
  const mixed = Object.keys(inputs).find((leg) => Math.max(...inputs[leg]!) !== 1);
  if (mixed !== undefined) throw new DomainError(`sampledStabilisers: pure inputs required, got another at '${mixed}'`);
  const ends = new Map<Leg, number[][]>();
  let qudits = 0;
  const counts = graph.nodes.map(({ id }) => {
    const first = qudits;
    for (const { leg, from, to, capacity } of graph.edges) {
      if ((from === id) === (to === id)) continue; // elsewhere, or a loop, which only rescales a random tensor
      const own = Array.from({ length: digitsOf(leg, capacity, prime) }, () => qudits++);
      ends.set(leg, [...(ends.get(leg) ?? []), own]);
    }
    return qudits - first;
  });
  if (qudits === 0) throw new DomainError('sampledStabilisers: a leg of dimension above 1 required, got none');
  const pairs = [...ends.values()].flatMap(([a, b]) => (b === undefined ? [] : a!.map((q, k) => [q, b[k]!] as const)));
  const joined = new Set(pairs.flat());
  const open = [...Array(qudits).keys()].filter((q) => !joined.has(q));
  const fixed = Object.keys(inputs).flatMap((leg) => ends.get(leg)?.[0] ?? []);
  const kept = open.filter((q) => !fixed.includes(q));
  return {
    counts,
    pairs,
    projected: Object.fromEntries(fixed.map((q) => [open.indexOf(q), 0])),
    sites: [...graph.boundary, ...references].map((leg) => ends.get(leg)![0]!.map((q) => kept.indexOf(q))),
  };
}

/** log_p of a dimension. */
function digitsOf(leg: Leg, capacity: number, prime: number): number {
  const digits = Math.round(capacity / Math.log(prime));
  if (!(digits <= MOST_QUDITS && Math.abs(digits * Math.log(prime) - capacity) < 1e-6)) {
    throw new DomainError(
      `sampledStabilisers: a power of ${prime} as dimension of '${leg}' required, got ${Math.exp(capacity)}`,
    );
  }
  return digits;
}

function drawnNetwork(
  { counts, pairs, projected }: Layout,
  prime: number,
  stream: RandomStream,
): StabiliserContraction | null {
  const tensors = counts.filter((count) => count > 0).map((count) => randomStabiliserState(stream, prime, count));
  const joined = joinedQudits(tensorProduct(tensors), pairs);
  if (joined === null || Object.keys(projected).length === 0) return joined;
  const rest = projectedQudits(joined.group, projected);
  return rest === null ? null : { ...rest, logNormSquared: rest.logNormSquared + joined.logNormSquared };
}
