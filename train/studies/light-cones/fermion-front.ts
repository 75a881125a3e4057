/** @file A fermion that hops on a chain: how far it gets, continuously in time and gate by gate. */

import { gaussianOfCorrelation } from '../../../src/gaussian/correlation.ts';
import { gaussianInformation } from '../../../src/gaussian/entropies.ts';
import { evolutionMatrix, gaussianEvolution } from '../../../src/gaussian/evolution.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { chain, lattice } from '../../../src/operator/lattice.ts';
import type { PartStep } from '../../study.ts';

/** What is found at a time. */
export interface FermionFront {
  readonly time: number;
  /** |⟨m + r|e^{−iht}|m⟩|² for r = 0, 1, … */
  readonly probability: readonly number[];
  /** J_r(2t)². */
  readonly bessel: readonly number[];
  /** Probability beyond 2t + d, and the information that it carries, by d. */
  readonly tails: readonly Tail[];
  readonly difference: number;
}

export interface Tail {
  readonly beyond: number;
  readonly probability: number;
  readonly closed: number;
  /** I(reference : all sites further away), in nats. */
  readonly information: number;
}

const BEYOND = [0, 2, 5, 10, 20];

/**
 * One fermion starts in the middle of a chain, H = −Σ (c†_x c_{x+1} + h.c.): the amplitude at distance r after a time t
 * is i^r J_r(2t) while no end of the chain is near.
 */
export function* fermionFronts(sites: number, times: readonly number[]): Generator<PartStep, readonly FermionFront[]> {
  const hamiltonian = hopping(chain(sites));
  const middle = Math.floor(sites / 2);
  const fronts: FermionFront[] = [];
  for (const time of times) {
    yield { message: `time ${time}`, progress: fronts.length / times.length };
    const { data, cols } = evolutionMatrix(hamiltonian, time);
    const at = (x: number): number =>
      data[2 * x * cols + 2 * middle]! ** 2 + data[(2 * x + 1) * cols + 2 * middle]! ** 2;
    const probability = Array.from({ length: sites - middle }, (_, r) => at(middle + r));
    const bessel = besselFunctions(2 * time, probability.length).map((value) => value ** 2);
    fronts.push({
      time,
      probability,
      bessel,
      tails: BEYOND.map((beyond) => tailOf(probability, bessel, Math.ceil(2 * time) + beyond)).map((tail, k) => ({
        ...tail,
        beyond: BEYOND[k]!,
      })),
      difference: Math.max(...probability.map((p, r) => Math.abs(p - bessel[r]!))),
    });
  }
  return fronts;
}

/** Both tails together, from distance r + 1 on. */
function tailOf(probability: readonly number[], bessel: readonly number[], r: number): Omit<Tail, 'beyond'> {
  const sum = (values: readonly number[]): number => 2 * values.slice(r + 1).reduceRight((total, p) => total + p, 0);
  return { probability: sum(probability), closed: sum(bessel), information: knownOf(sum(probability)) };
}

/**
 * What the places where a fermion is with probability p know of a reference that tells whether it is there at all,
 * (|1⟩|0⟩_R + |0⟩|1⟩_R)/√2: I = h(p/2) + ln 2 − h((1 + p)/2).
 */
export function knownOf(p: number): number {
  const term = (x: number): number => (x > 0 ? -x * Math.log(x) : 0);
  // h((1 + p)/2) = ln 2 − ½ [(1 + p) ln(1 + p) + (1 − p) ln(1 − p)]
  const rest = ((1 + p) * Math.log1p(p) + (p < 1 ? (1 - p) * Math.log1p(-p) : 0)) / 2;
  return term(p / 2) - (1 - p / 2) * Math.log1p(-p / 2) + rest;
}

/** J_0(x) … J_{count − 1}(x), by Miller's recurrence downwards and Σ J_k = 1. */
export function besselFunctions(x: number, count: number): readonly number[] {
  if (x === 0) return Array.from({ length: count }, (_, k) => (k === 0 ? 1 : 0));
  const start = 2 * Math.ceil((Math.max(count, x) + 20 + 8 * Math.cbrt(x)) / 2);
  const values = new Float64Array(start + 2);
  values[start] = 1e-300;
  let sum = 0;
  for (let k = start; k > 0; k--) {
    values[k - 1] = ((2 * k) / x) * values[k]! - values[k + 1]!;
    if (Math.abs(values[k - 1]!) > 1e200) {
      for (let j = k - 1; j <= start; j++) values[j] = values[j]! * 1e-250;
      sum *= 1e-250;
    }
    if ((k - 1) % 2 === 0) sum += k === 1 ? values[0]! : 2 * values[k - 1]!;
  }
  return Array.from({ length: count }, (_, k) => values[k]! / sum);
}

/** Of a short chain: the greatest difference between `knownOf` and the information of the Gaussian state. */
export function gaussianDifference(): number {
  const [sites, middle, time] = [24, 12, 2.5];
  const edges = Array.from({ length: sites - 1 }, (_, x) => [x, x + 1] as const);
  const n = sites + 1;
  const data = new Float64Array(n * n);
  for (const a of [middle, sites]) for (const b of [middle, sites]) data[a * n + b] = 1 / 2;
  const start = gaussianOfCorrelation({ rows: n, cols: n, data });
  const hamiltonian = hopping(lattice(n, edges));
  const state = gaussianEvolution(hamiltonian, start, time);
  const evolution = evolutionMatrix(hopping(chain(sites)), time);
  const at = (x: number): number =>
    [0, 1].reduce((sum, half) => sum + evolution.data[(2 * x + half) * evolution.cols + 2 * middle]! ** 2, 0);
  const regions = [[middle], [3, 4, 5], [0, 1, 2, 3, 4, 5, 6, 18, 19, 20, 21, 22, 23]];
  return Math.max(
    ...regions.map((region) =>
      Math.abs(gaussianInformation(state, region, [sites]) - knownOf(region.reduce((sum, x) => sum + at(x), 0))),
    ),
  );
}

/** The same hopping gate by gate: even and odd bonds in turn, a step of time in each layer. */
export interface SteppedFront {
  readonly steps: number;
  readonly duration: number;
  /** Probability beyond two sites for each step, all of it numbers that are exactly 0 or not. */
  readonly beyond: number;
  readonly within: number;
  /** The greatest difference from continuous time. */
  readonly difference: number;
}

export function steppedFront(sites: number, time: number, steps: number): SteppedFront {
  const duration = time / steps;
  const middle = Math.floor(sites / 2);
  const [re, im] = [new Float64Array(sites), new Float64Array(sites)];
  re[middle] = 1;
  const layer = (first: number, angle: number): void => {
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    for (let x = first; x + 1 < sites; x += 2) {
      const [a, b, c, d] = [re[x]!, im[x]!, re[x + 1]!, im[x + 1]!];
      re[x] = cosine * a - sine * d;
      im[x] = cosine * b + sine * c;
      re[x + 1] = cosine * c - sine * b;
      im[x + 1] = cosine * d + sine * a;
    }
  };
  for (let k = 0; k < steps; k++) {
    layer(0, duration);
    layer(1, duration);
  }
  const exact = besselFunctions(2 * time, sites).map((value) => value ** 2);
  const sum = (has: (distance: number) => boolean): number =>
    re.reduce((total, x, place) => (has(Math.abs(place - middle)) ? total + x ** 2 + im[place]! ** 2 : total), 0);
  return {
    steps,
    duration,
    beyond: sum((distance) => distance > 2 * steps),
    within: sum((distance) => distance <= 2 * steps),
    difference: Math.max(
      ...re.map((x, place) => Math.abs(x ** 2 + im[place]! ** 2 - exact[Math.abs(place - middle)]!)),
    ),
  };
}
