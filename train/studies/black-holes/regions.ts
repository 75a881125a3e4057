/** @file Entropies of regions around a black hole, and of hot fermions and controls in their place. */

import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { transformed } from '../../../src/gaussian/evolution.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { type GaussianState, restricted } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { chain, ring } from '../../../src/operator/lattice.ts';
import type { StaticBackground } from '../../../src/systems/anti-de-sitter/background.ts';
import { type BoundaryInterval, geodesicEntropy } from '../../../src/systems/anti-de-sitter/geodesic-entropy.ts';
import type { Options } from './options.ts';

export interface Regions {
  /** (θ, S − S(π)) of the two candidates for one interval; c = 1, r_h = 1. */
  readonly near: readonly Point[];
  readonly far: readonly Point[];
  /** S(A) − S(Ā) of a long interval, and S_BH. */
  readonly plateau: readonly [number, number];
  /** sinh ratio at the switch over e^{πr_h}. */
  readonly switchRatio: number;
  /** Cross-ratio at which the information of two thermal intervals begins. */
  readonly pairSwitch: number;
  /** (x, I) of two intervals: geodesics, the closed form of fermions, fermions on the ring. */
  readonly geodesic: readonly Point[];
  readonly closed: readonly Point[];
  readonly lattice: readonly Point[];
  /** Greatest violation of strong subadditivity and of monogamy, at random. */
  readonly violation: number;
  /** Spread of S − S_geodesic over intervals, and I₃ of three neighbours. */
  readonly states: readonly StateRow[];
  /** I₃ of the same three intervals by geodesics. */
  readonly tripartite: number;
}

export interface StateRow {
  readonly state: string;
  readonly spread: number;
  readonly tripartite: number;
}

type Point = readonly [number, number];

const LENGTHS = [8, 12, 16, 24, 32, 48];
const TRIALS = 300;
/** Jin & Korepin's constant of the hopping chain at half filling, S = (1/3) log ℓ + s₀. */
const CONSTANT = 0.726067;

export function regions({ sites, pairBeta, pair }: Options, seed: number): Regions {
  const unit: StaticBackground = { kind: 'btz', horizon: 1 };
  const ofAngle = (theta: number) => geodesicEntropy(unit, [[0, theta]]);
  const of = (theta: number, horizon: boolean): number =>
    ofAngle(theta).candidates.find((candidate) => candidate.horizon === horizon)!.entropy;
  const angles = Array.from({ length: 60 }, (_, k) => 0.1 + ((2 * Math.PI - 0.2) * k) / 59);
  const hot: StaticBackground = { kind: 'btz', horizon: sites / pairBeta };
  const units = { circumference: sites, cutoff: Math.exp(-3 * CONSTANT) };
  const S = (...intervals: readonly BoundaryInterval[]): number => geodesicEntropy(hot, intervals, units).entropy;
  const ratio = (gap: number): number =>
    (Math.sinh((Math.PI * pair) / pairBeta) / Math.sinh((Math.PI * (pair + gap)) / pairBeta)) ** 2;
  const information = (gap: number): number => 2 * S([0, pair]) - S([0, pair], [pair + gap, 2 * pair + gap]);
  const state = gaussianThermal(hopping(ring(sites), { amplitude: 0.5 }), pairBeta);
  const { entropy } = entropiesOfGaussian(state);
  const sitesOf = (from: number, length: number): readonly number[] => Array.from({ length }, (_, k) => from + k);
  const gaps = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 26, 34].filter((gap) => 2 * pair + gap < sites);
  const fine = Array.from({ length: 60 }, (_, k) => 0.5 + 0.6 * k).filter((gap) => 2 * pair + gap < sites);
  const crossing = bisected((theta) => of(theta, false) - of(theta, true), Math.PI, 2 * Math.PI - 1e-6);
  return {
    near: angles.map((theta) => [theta, of(theta, false) - of(Math.PI, false)]),
    far: angles.map((theta) => [theta, of(theta, true) - of(Math.PI, false)]),
    plateau: [ofAngle(6.2).entropy - ofAngle(2 * Math.PI - 6.2).entropy, Math.PI / 3],
    switchRatio: Math.sinh(crossing / 2) / Math.sinh((2 * Math.PI - crossing) / 2) / Math.exp(Math.PI),
    pairSwitch: ratio(bisected((gap) => 1e-13 - information(gap), 0.01, sites - 2 * pair - 1)),
    geodesic: fine.map((gap) => [ratio(gap), information(gap)]),
    closed: fine.map((gap) => [ratio(gap), -Math.log1p(-ratio(gap)) / 3]),
    lattice: gaps.map((gap) => {
      const [a, b] = [sitesOf(0, pair), sitesOf(pair + gap, pair)];
      return [ratio(gap), entropy(a) + entropy(b) - entropy([...a, ...b])];
    }),
    violation: violation(seed),
    states: controls(state, { sites, pairBeta, pair, seed }, (length) => S([0, length])),
    tripartite: tripartite((...intervals) => S(...intervals), pair),
  };
}

/** I(A:B) − I(A:BC) + I(A:C) of three neighbouring intervals of this length. */
function tripartite(S: (...intervals: readonly BoundaryInterval[]) => number, length: number): number {
  const [a, b, c] = [0, 1, 2].map((k): BoundaryInterval => [k * length, (k + 1) * length]) as [
    BoundaryInterval,
    BoundaryInterval,
    BoundaryInterval,
  ];
  return S(a) + S(b) + S(c) - S(a, b) - S(b, c) - S(a, c) + S(a, b, c);
}

/** The same numbers of the hot ring, of a ring with shuffled sites, of a random state, and of a chain with a gap. */
function controls(
  state: GaussianState,
  {
    sites,
    pairBeta,
    pair,
    seed,
  }: { readonly sites: number; readonly pairBeta: number; readonly pair: number; readonly seed: number },
  geodesic: (length: number) => number,
): readonly StateRow[] {
  const shuffled = randomStream(seed, 'shuffle');
  const order = Array.from({ length: sites }, (_, site) => [shuffled.uniform(), site] as const)
    .toSorted(([x], [y]) => x - y)
    .map(([, site]) => site);
  const small = Math.min(sites, 120);
  const half = gaussianThermal(hopping(chain(small), { amplitude: 0, chemicalPotential: staggered(small) }), Infinity);
  const gapped = gaussianThermal(
    hopping(ring(sites), { amplitude: 0.5, chemicalPotential: staggered(sites, 0.4) }),
    pairBeta,
  );
  const states: readonly (readonly [string, GaussianState])[] = [
    ['hot hopping ring', state],
    ['sites shuffled (control)', restricted(state, order)],
    ['gapped (control)', gapped],
    ['random Gaussian state (control)', transformed(half, randomUnitary(small, randomStream(seed, 'random state')))],
  ];
  return states.map(([name, one]) => {
    const { entropy } = entropiesOfGaussian(one);
    const sitesOf = ([from, to]: BoundaryInterval): readonly number[] =>
      Array.from({ length: to - from }, (_, k) => from + k);
    const offsets = LENGTHS.filter((length) => length < one.modes / 2).map(
      (length) => entropy(sitesOf([0, length])) - geodesic(length),
    );
    return {
      state: name,
      spread: Math.max(...offsets) - Math.min(...offsets),
      tripartite: tripartite(
        (...intervals) => entropy(intervals.flatMap(sitesOf)),
        Math.min(pair, Math.floor(one.modes / 4)),
      ),
    };
  });
}

const staggered = (sites: number, size = 1): readonly number[] =>
  Array.from({ length: sites }, (_, site) => (site % 2 === 0 ? size : -size));

function violation(seed: number): number {
  const stream = randomStream(seed, 'regions');
  let most = -Infinity;
  for (let trial = 0; trial < TRIALS; trial++) {
    const background: StaticBackground =
      trial % 3 === 0
        ? { kind: 'global', cone: 0.2 + 0.8 * stream.uniform() }
        : { kind: 'btz', horizon: 0.2 + 3 * stream.uniform() };
    const ends = Array.from({ length: 6 }, () => 2 * Math.PI * stream.uniform()).toSorted((a, b) => a - b);
    const [A, B, C] = [0, 2, 4].map((k): BoundaryInterval => [ends[k]!, ends[k + 1]!]) as [
      BoundaryInterval,
      BoundaryInterval,
      BoundaryInterval,
    ];
    const S = (...intervals: readonly BoundaryInterval[]): number => geodesicEntropy(background, intervals).entropy;
    most = Math.max(
      most,
      S(B) + S(A, B, C) - S(A, B) - S(B, C),
      S(A) + S(B) + S(C) + S(A, B, C) - S(A, B) - S(B, C) - S(A, C),
    );
  }
  return most;
}

/** Where an increasing function changes sign. */
function bisected(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
