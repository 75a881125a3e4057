/** @file How long the path of a continuous MERA is, and how long the shortest one between the same ends. */

import { DomainError } from '../../errors.ts';
import type { ContinuousMera } from './continuous-mera.ts';
import { deepest, scaleIntegral } from './scale-integral.ts';

/** The metric along the scale, with what it is divided by. */
export interface ScaleMetric {
  /** Σ rate² over the pairs that act, divided by their number: χ² if the gate is the same for all, χ² d/(d + 2p) in general. */
  readonly perActivePair: number;
  /** Divided by the number of all pairs below the cut-off. */
  readonly perPair: number;
  /** Divided by the volume of space, in the units of Λ^d. */
  readonly perVolume: number;
  /** Pairs that act, as a share of those below the cut-off: e^{du}. */
  readonly active: number;
}

/** Lengths of a path, for one pair of modes: divided by the number of pairs, or its root for fubiniStudy and f2. */
export interface PathLengths {
  /** ∫ √(Σ rate²) du over the root of the number of pairs. */
  readonly fubiniStudy: number;
  /** As in `gaussianComplexity`: √2 times the former for bosons, 1/√2 times for fermions. */
  readonly f2: number;
  /** In normal modes: 2 ∫ Σ|rate| du for bosons, which have two modes in a pair, and once for fermions. */
  readonly f1: number;
}

/** A path against the shortest. */
export interface ScaleLengths {
  readonly path: PathLengths;
  /** Of the geodesic of Gaussian states between the same ends, on which all pairs turn at the same time. */
  readonly geodesic: PathLengths;
  /** path/geodesic, for fubiniStudy and f2 alike. */
  readonly ratio: number;
  /** The same for f1: 1 where all rates of a pair have one sign. */
  readonly f1Ratio: number;
  /** Number of pairs below the cut-off for each unit of volume: bosons k and −k, fermions both components at k. */
  readonly pairsPerVolume: number;
}

/**
 * The Fubini–Study metric along the scale, g_uu = Σ_pairs rate². As a metric of space it is an analogy.
 *
 * @param u - scale, at most 0
 * @throws {DomainError} a scale that is not
 *
 * @see Nozaki, Ryu & Takayanagi, arXiv:1208.3469 (2012), who divide by the pairs that act
 */
export function scaleMetric(mera: ContinuousMera, u: number): ScaleMetric {
  if (!(u <= 0 && u > -Infinity)) throw new DomainError(`scaleMetric: a finite scale u ≤ 0 required, got ${u}`);
  const { dimension: d, gate } = mera;
  const active = u < mera.infrared ? 0 : Math.exp(d * u);
  const perActivePair = (squaredRate(mera, u) * d) / (d + 2 * gate);
  const perPair = perActivePair * active;
  return { active, perActivePair, perPair, perVolume: perPair * pairsPerVolume(mera) };
}

/**
 * Lengths of a continuous MERA from its reference to u = 0, and of the geodesic between the same states. The path turns a pair at the rate
 * χ(u)(k e^{−u}/Λ)^p while k ≤ Λe^u; on the geodesic all pairs turn at the same time, each at a constant rate. Without mass, in d dimensions,
 *
 *     path/geodesic = √2 for bosons with the same gate for all momenta, in any d,
 *                     √(2(d + 1)/d) for fermions with the linear gate,
 *
 * and 1 for f1. The dilation is not counted.
 *
 * To 1e-12, in milliseconds.
 */
export function scaleLengths(mera: ContinuousMera): ScaleLengths {
  const { dimension: d, gate, infrared, branches, statistics } = mera;
  const all = Array.from({ length: branches }, (_, branch) => branch);
  const from = (rate: number): number => Math.max(infrared, deepest(rate));
  const speed = Math.sqrt(d / (d + 2 * gate));
  const path = speed * scaleIntegral((u) => Math.sqrt(squaredRate(mera, u)) * Math.exp((d * u) / 2), from(d / 2), 0);
  const walked = all.reduce(
    (sum, branch) =>
      sum + (d / (d + gate)) * scaleIntegral((u) => Math.abs(mera.rate(u, branch)) * Math.exp(d * u), from(d), 0),
    0,
  );
  /** The mean over all pairs of a function of what each branch has reached. */
  const mean = (f: (angle: number) => number): number =>
    all.reduce((sum, branch) => {
      const at = (v: number): number => f(mera.angle(mera.cutoff * Math.exp(v), 0, branch)) * d * Math.exp(d * v);
      return sum + scaleIntegral(at, deepest(d), 0, [infrared]);
    }, 0);
  const geodesic = Math.sqrt(mean((angle) => angle * angle));
  const least = mean(Math.abs);
  const [two, one] = statistics === 'boson' ? [Math.SQRT2, 2] : [Math.SQRT1_2, 1];
  return {
    path: { fubiniStudy: path, f2: two * path, f1: one * walked },
    geodesic: { fubiniStudy: geodesic, f2: two * geodesic, f1: one * least },
    ratio: path / geodesic,
    f1Ratio: walked / least,
    pairsPerVolume: pairsPerVolume(mera),
  };
}

/** Σ χ² over the branches. */
function squaredRate(mera: ContinuousMera, u: number): number {
  let sum = 0;
  for (let branch = 0; branch < mera.branches; branch++) sum += mera.rate(u, branch) ** 2;
  return sum;
}

/** The momenta below the cut-off, V_d Λ^d/(2π)^d; a pair of bosons takes two. */
function pairsPerVolume({ dimension: d, cutoff, statistics }: ContinuousMera): number {
  let ball = d % 2 === 0 ? 1 : 2; // of radius 1: V_0, V_1
  for (let k = d % 2 === 0 ? 2 : 3; k <= d; k += 2) ball *= (2 * Math.PI) / k;
  return (ball * (cutoff / (2 * Math.PI)) ** d) / (statistics === 'boson' ? 2 : 1);
}
