/** @file Two sides of a thermofield double in time: fermions, spins, and what random unitaries leave of their pairs. */

import { gaussianEntropy, gaussianInformation } from '../../../src/gaussian/entropies.ts';
import { gaussianEvolution, modeTransform, transformed } from '../../../src/gaussian/evolution.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { type GaussianState, restricted } from '../../../src/gaussian/gaussian-state.ts';
import { fermionEntropy } from '../../../src/gaussian/mode-entropy.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { evolvingThermofieldDouble } from '../../../src/gaussian/thermofield-double.ts';
import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { integral } from '../../../src/linalg/quadrature.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { type PauliSum, pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { entropy } from '../../../src/state/entropy.ts';
import { reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import { thermofieldDouble } from '../../../src/state/thermofield-double.ts';
import { twoSidedEntropy } from '../../../src/systems/anti-de-sitter/two-sided-entropy.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

type Point = readonly [number, number];

export interface Doubles {
  /** (t, S) with t on both sides, of fermions. */
  readonly growth: readonly Point[];
  /** The same by geodesics, with the constant of the chain. */
  readonly geodesics: readonly Point[];
  /** S of the region on both sides of two thermal states that know nothing of each other. */
  readonly product: number;
  /** Slope of S between 1 and 1.5 β. */
  readonly slope: number;
  /** Rate of entangled pairs of quasi-particles that separate, (4/π) ∫ s(ε) dε over the band. */
  readonly pairs: number;
  /** What the evolution of all modes of a small double does to entropies, with H_L + H_R and with H_L − H_R. */
  readonly evolved: { readonly difference: number; readonly side: number; readonly boost: number };
  readonly scrambled: readonly ScrambledRow[];
  /** (t, S) of three qubits on both sides, of an integrable and a chaotic chain. */
  readonly spins: readonly { readonly name: string; readonly points: readonly Point[]; readonly bound: number }[];
}

/** What is left of correlations after a random unitary on the left side. */
export interface ScrambledRow {
  readonly state: string;
  /** I(L : R). */
  readonly information: number;
  /** Σ_i I(i_L : i_R), and the greatest I between any two sites of different sides. */
  readonly partners: number;
  readonly greatest: number;
}

const CONSTANT = 0.726067;
const SMALL = 24;
/** Time for which it is evolved, and inverse temperature of the spins. */
const EVOLVED = 5;
const SPIN_BETA = 0.4;

export function* doubles({ sites, beta, interval, qubits }: Options, seed: number): Generator<PartStep, Doubles> {
  const hamiltonian = hopping(ring(sites), { amplitude: 0.5 });
  const double = evolvingThermofieldDouble(hamiltonian, beta);
  const region = Array.from({ length: interval }, (_, site) => site);
  const S = (time: number): number => gaussianEntropy(double.state(time, region, region));
  const last = 0.75 * interval;
  const times = Array.from({ length: 25 }, (_, k) => (last * k) / 24);
  const growth: Point[] = [];
  for (const [k, time] of times.entries()) {
    yield { message: `t = ${time.toFixed(1)}`, progress: (0.8 * k) / times.length };
    growth.push([time, S(2 * time)]);
  }
  const units = { circumference: sites, cutoff: Math.exp(-3 * CONSTANT) };
  const one = gaussianEntropy(restricted(gaussianThermal(hamiltonian, beta), region));
  yield { message: 'controls', progress: 0.85 };
  return {
    growth,
    geodesics: Array.from({ length: 121 }, (_, k) => (last * k) / 120).map((time) => [
      time,
      twoSidedEntropy(sites / beta, interval, time, units).entropy,
    ]),
    product: 2 * one,
    pairs:
      (4 / Math.PI) * integral((energy) => fermionEntropy(Math.tanh((beta * Math.abs(energy)) / 2), 1), -1, 1).value,
    slope: (S(3 * beta) - S(2 * beta)) / (beta / 2),
    evolved: evolved(beta),
    scrambled: scrambled(beta, seed),
    spins: spins(qubits),
  };
}

/** A small double, evolved as a state of all of its modes, against its normal modes. */
function evolved(beta: number): Doubles['evolved'] {
  const { state } = evolvingThermofieldDouble(hopping(ring(SMALL), { amplitude: 0.5 }), beta);
  const { edges } = ring(SMALL);
  const twoRings = {
    sites: 2 * SMALL,
    edges: [...edges, ...edges.map(([i, j]) => [i + SMALL, j + SMALL] as const)],
  };
  /** H_L + sign·H_R: real hopping is its own complex conjugate. */
  const after = (sign: 1 | -1): GaussianState => {
    const amplitude = [...edges.map(() => 0.5), ...edges.map(() => 0.5 * sign)];
    return gaussianEvolution(hopping(twoRings, { amplitude }), state(0), EVOLVED);
  };
  const half = Array.from({ length: SMALL / 2 }, (_, site) => site);
  const S = (one: GaussianState, sites: readonly number[]): number => gaussianEntropy(restricted(one, sites));
  const both = [...half, ...half.map((site) => site + SMALL)];
  return {
    difference: Math.abs(S(after(1), both) - S(state(2 * EVOLVED), both)),
    side: Math.abs(S(after(1), half) - S(state(0), half)),
    boost: Math.abs(S(after(-1), both) - S(state(0), both)),
  };
}

function scrambled(beta: number, seed: number): readonly ScrambledRow[] {
  const { state } = evolvingThermofieldDouble(hopping(ring(SMALL), { amplitude: 0.5 }), beta);
  const left = Array.from({ length: SMALL }, (_, site) => site);
  const turned = modeTransform(randomUnitary(SMALL, randomStream(seed, 'scrambler')), 'fermion');
  const cases = [
    ['thermofield double', state(0)],
    [`the same at t_{L} + t_{R} = ${SMALL}`, state(SMALL)],
    ['a random unitary on the left', transformed(state(0), onLeft(turned))],
  ] as const;
  return cases.map(([name, one]) => {
    const pairs = left.map((a) => left.map((b) => gaussianInformation(one, [a], [SMALL + b])));
    return {
      state: name,
      information: gaussianInformation(
        one,
        left,
        left.map((site) => site + SMALL),
      ),
      partners: pairs.reduce((sum, row, a) => sum + row[a]!, 0),
      greatest: Math.max(...pairs.flat()),
    };
  });
}

/** A transformation of the left modes, the identity on the right ones. */
function onLeft({ rows, data }: RealMatrix): RealMatrix {
  const size = 2 * rows;
  const out = new Float64Array(size * size);
  for (let i = 0; i < rows; i++) {
    out.set(data.subarray(i * rows, (i + 1) * rows), i * size);
    out[(rows + i) * (size + 1)] = 1;
  }
  return { rows: size, cols: size, data: out };
}

/** −Σ ZZ − 1.05 Σ X − h Σ Z on an open chain: integrable at h = 0, chaotic at ½. */
function mixedField(qubits: number, field: number): PauliSum {
  const word = (letters: string, at: number): string =>
    'I'.repeat(at) + letters + 'I'.repeat(qubits - at - letters.length);
  const sites = Array.from({ length: qubits }, (_, site) => site);
  return {
    qubits,
    terms: [
      ...sites.slice(1).map((site) => ({ word: word('ZZ', site - 1), coefficient: -1 })),
      ...sites.map((site) => ({ word: word('X', site), coefficient: -1.05 })),
      ...(field === 0 ? [] : sites.map((site) => ({ word: word('Z', site), coefficient: -field }))),
    ],
  };
}

function spins(qubits: number): Doubles['spins'] {
  const region = Array.from({ length: Math.floor(qubits / 2) }, (_, site) => site);
  const both = [...region, ...region.map((site) => site + qubits)];
  const dimensions = new Array<number>(2 * qubits).fill(2);
  return [
    ['integrable', 0],
    ['chaotic', 0.5],
  ].map(([name, field]) => {
    const H = pauliSumMatrix(mixedField(qubits, field as number));
    const S = (time: number, sites: readonly number[]): number =>
      entropy(reducedDensityMatrix(thermofieldDouble(H, SPIN_BETA, time), dimensions, sites));
    return {
      name: name as string,
      points: Array.from({ length: 21 }, (_, k) => [k / 2, S(k, both)] as const),
      bound: 2 * S(0, region),
    };
  });
}
